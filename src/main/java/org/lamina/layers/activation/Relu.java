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
@Card(id = "relu", title = "ReLU", family = Family.ACTIVATION, keywords = {"rectified linear unit"})
@Help("""
        Keeps positive numbers and sets the others to zero: y = max(0, x).

        **Shape** the same as its input.

        **Source** Nair and Hinton, 2010; ONNX `Relu`.
        """)
public record Relu() implements Elementwise {

    @Override
    public NDArray apply(NDArray x) {
        return Activation.relu(x);
    }

    @Override
    public String formula() {
        return "y = max(0, x)";
    }

    @Override
    public double at(double x) {
        return Math.max(0, x);
    }

    @Override
    public boolean keepsOrder() {
        return true;
    }

    @Override
    public String operators(OnnxSink sink, String x) {
        return sink.node("Relu", List.of(x));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.ReLU()";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.ReLU()";
    }
}
