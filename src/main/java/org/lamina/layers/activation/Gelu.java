package org.lamina.layers.activation;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Elementwise;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

@AutoService(Layer.class)
@Card(id = "gelu", title = "GELU", family = Family.ACTIVATION, keywords = {"gaussian error linear unit", "transformer"})
@Help("""
        Weights each number by the chance that a normal variable is smaller: y = x·Φ(x) = x/2 · (1 + erf(x/√2)). The exact
        form, not the one with tanh.

        **Shape** the same as its input.

        **Source** Hendrycks and Gimpel, 2016; ONNX `Erf`, `Mul`, `Add`.
        """)
public record Gelu() implements Elementwise {

    @Override
    public NDArray apply(NDArray x) {
        return Activation.gelu(x);
    }

    @Override
    public String operators(OnnxSink sink, String x) {
        String error = sink.node("Erf", List.of(sink.node("Mul", List.of(x, scalar(sink, Math.sqrt(0.5))))));
        String chance = sink.node("Mul", List.of(sink.node("Add", List.of(error, scalar(sink, 1))), scalar(sink, 0.5)));
        return sink.node("Mul", List.of(x, chance));
    }

    private static String scalar(OnnxSink sink, double value) {
        return sink.constant(new Tensor(new int[]{}, new float[]{(float) value}));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.GELU()";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Activation('gelu')";
    }
}
