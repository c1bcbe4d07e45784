package org.lamina.layers.activation;

import ai.djl.ndarray.NDArray;
import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Elementwise;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "relu6", title = "ReLU6", family = Family.ACTIVATION, keywords = {"rectified linear unit", "clip",
        "mobilenet"})
@Help("""
        Keeps numbers between zero and six and cuts off the others, so that they can be stored in few bits:
        y = min(max(0, x), 6).

        **Shape** the same as its input.

        **Source** Krizhevsky, 2010 (Convolutional deep belief networks on CIFAR-10); Sandler et al., 2018 (MobileNetV2); ONNX `Clip`.
        """)
public record Relu6() implements Elementwise {
    private static final float CEILING = 6;

    @Override
    public NDArray apply(NDArray x) {
        return x.clip(0, CEILING);
    }

    @Override
    public String formula() {
        return "y = min(max(0, x), 6)";
    }

    @Override
    public double at(double x) {
        return Math.clamp(x, 0, CEILING);
    }

    @Override
    public boolean keepsOrder() {
        return true;
    }

    @Override
    public String operators(OnnxSink sink, String x) {
        return sink.node("Clip", List.of(x, sink.scalar(0), sink.scalar(CEILING)));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.ReLU6()";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.ReLU(max_value=6)";
    }
}
