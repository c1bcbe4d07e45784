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
@Card(id = "softplus", title = "Softplus", family = Family.ACTIVATION, keywords = {"soft relu", "positive"})
@Help("""
        A ReLU without the corner, and always positive: y = ln(1 + exp(x)).

        **Shape** the same as its input.

        **Source** Dugas et al., 2001; ONNX `Softplus`.
        """)
public record Softplus() implements Elementwise {

    @Override
    public NDArray apply(NDArray x) {
        return Activation.softPlus(x);
    }

    @Override
    public String formula() {
        return "y = ln(1 + exp(x))";
    }

    @Override
    public double at(double x) {
        return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    @Override
    public String operators(OnnxSink sink, String x) {
        return sink.node("Softplus", List.of(x));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.Softplus()";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Activation('softplus')";
    }
}
