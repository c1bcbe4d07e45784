package org.lamina.layers.pooling;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.internal.NDArrayEx;
import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Gathering;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Layer;
import org.lamina.spec.Numbers;
import org.lamina.spec.Working;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "global-average-pool", title = "Global average pool", family = Family.POOLING, keywords = {"mean", "flatten",
        "adaptive"})
@Help("""
        Replaces each channel by its average over the whole picture, or each feature by its average over time: one number per
        channel, whatever the size.

        **Shape** channels×H×W → channels; time×features → features.

        **Source** Lin et al., 2013 (Network in network); ONNX `ReduceMean`.
        """)
public record GlobalAveragePool() implements Gathering {

    @Override
    public NDArray gather(NDArrayEx channelsFirst) {
        return channelsFirst.globalAvgPool();
    }

    @Override
    public Working working(Numbers numbers) {
        Shape in = numbers.shapes().getFirst();
        long cells = in.elements() / in.channels();
        return new Working.Sum("y = Σ channel / " + cells, List.of(Gathering.channel(numbers, 1f / cells)), null);
    }

    @Override
    public String operator() {
        return "ReduceMean";
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "lambda x: x.mean(%s)".formatted(Gathering.axes(inputs));
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.GlobalAveragePooling%dD()".formatted(Gathering.dimensions(inputs));
    }
}
