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
@Card(id = "sigmoid", title = "Sigmoid", family = Family.ACTIVATION, keywords = {"logistic", "gate"})
@Help("""
        Squeezes any number into 0…1: y = 1 / (1 + exp(−x)).

        **Shape** the same as its input.

        **Source** ONNX `Sigmoid`.
        """)
public record Sigmoid() implements Elementwise {

    @Override
    public NDArray apply(NDArray x) {
        return Activation.sigmoid(x);
    }

    @Override
    public String formula() {
        return "y = 1 / (1 + exp(−x))";
    }

    @Override
    public double at(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Override
    public String operators(OnnxSink sink, String x) {
        return sink.node("Sigmoid", List.of(x));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.Sigmoid()";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Activation('sigmoid')";
    }
}
