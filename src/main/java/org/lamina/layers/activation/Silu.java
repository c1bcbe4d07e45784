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

@AutoService(Layer.class)
@Card(id = "silu", title = "SiLU", family = Family.ACTIVATION, keywords = {"swish", "sigmoid linear unit"})
@Help("""
        Weights each number by its own sigmoid: y = x / (1 + exp(−x)).

        **Shape** the same as its input.

        **Source** Elfwing et al., 2017; Ramachandran et al., 2017 (Swish); ONNX `Sigmoid`, `Mul`.
        """)
public record Silu() implements Elementwise {

    @Override
    public NDArray apply(NDArray x) {
        return Activation.swish(x, 1);
    }

    @Override
    public String formula() {
        return "y = x / (1 + exp(−x))";
    }

    @Override
    public double at(double x) {
        return x / (1 + Math.exp(-x));
    }

    @Override
    public String operators(OnnxSink sink, String x) {
        return sink.node("Mul", List.of(x, sink.node("Sigmoid", List.of(x))));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.SiLU()";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Activation('silu')";
    }
}
