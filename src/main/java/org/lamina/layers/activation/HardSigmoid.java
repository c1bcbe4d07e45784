package org.lamina.layers.activation;

import ai.djl.ndarray.NDArray;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.lamina.layers.Blocks;
import org.lamina.layers.Elementwise;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "hard-sigmoid", title = "Hard sigmoid", family = Family.ACTIVATION, keywords = {"gate", "mobilenet"})
@Help("""
        A sigmoid of three straight lines, cheap to compute: y = min(max(0, x + 3), 6) / 6.

        **Shape** the same as its input.

        **Source** Howard et al., 2019 (MobileNetV3); ONNX `HardSigmoid`.
        """)
public record HardSigmoid() implements Elementwise {

    @Override
    public NDArray apply(NDArray x) {
        return x.add(3).clip(0, 6).div(Blocks.number(6, x));
    }

    @Override
    public String formula() {
        return "y = min(max(0, x + 3), 6) / 6";
    }

    @Override
    public double at(double x) {
        return Math.clamp(x + 3, 0, 6) / 6;
    }

    @Override
    public String operators(OnnxSink sink, String x) {
        return sink.node("HardSigmoid", List.of(x), Map.of("alpha", 1 / 6f, "beta", 0.5f));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.Hardsigmoid()";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Activation('hard_sigmoid')";
    }
}
