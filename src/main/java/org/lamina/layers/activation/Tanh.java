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
@Card(id = "tanh", title = "Tanh", family = Family.ACTIVATION, keywords = {"hyperbolic tangent"})
@Help("""
        Squeezes any number into −1…1: y = (exp(x) − exp(−x)) / (exp(x) + exp(−x)).

        **Shape** the same as its input.

        **Source** ONNX `Tanh`.
        """)
public record Tanh() implements Elementwise {

    @Override
    public NDArray apply(NDArray x) {
        return Activation.tanh(x);
    }

    @Override
    public String formula() {
        return "y = tanh(x)";
    }

    @Override
    public double at(double x) {
        return Math.tanh(x);
    }

    @Override
    public String operators(OnnxSink sink, String x) {
        return sink.node("Tanh", List.of(x));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.Tanh()";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Activation('tanh')";
    }
}
