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
@Card(id = "global-max-pool", title = "Global max pool", family = Family.POOLING, keywords = {"maximum", "flatten",
        "over time"})
@Help("""
        Replaces each channel by its largest number in the whole picture, or each feature by its largest over time: whether a
        pattern was seen, wherever.

        **Shape** channels×H×W → channels; time×features → features.

        **Source** Collobert and Weston, 2008; ONNX `ReduceMax`.
        """)
public record GlobalMaxPool() implements Gathering {

    @Override
    public NDArray gather(NDArrayEx channelsFirst) {
        return channelsFirst.globalMaxPool();
    }

    @Override
    public Working working(Numbers numbers) {
        return new Working.Largest("y = max channel", Gathering.channel(numbers, 1));
    }

    @Override
    public String operator() {
        return "ReduceMax";
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "lambda x: x.amax(%s)".formatted(Gathering.axes(inputs));
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.GlobalMaxPooling%dD()".formatted(Gathering.dimensions(inputs));
    }
}
