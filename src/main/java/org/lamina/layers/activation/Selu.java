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
@Card(id = "selu", title = "SELU", family = Family.ACTIVATION, keywords = {"scaled exponential linear unit",
        "self-normalising"})
@Help("""
        An ELU with two fixed factors that hold the mean at zero and the variance at one from layer to layer: y = λ·x for x ≥ 0,
        λ·α·(exp(x) − 1) otherwise, λ = 1.0507, α = 1.6733.

        **Shape** the same as its input.

        **Source** Klambauer et al., 2017; ONNX `Selu`.
        """)
public record Selu() implements Elementwise {

    private static final double LAMBDA = 1.0507009873554805;
    private static final double ALPHA = 1.6732632423543772;

    @Override
    public NDArray apply(NDArray x) {
        return Activation.selu(x);
    }

    @Override
    public String formula() {
        return "y = λ · x for x ≥ 0, else λ · α · (exp(x) − 1)";
    }

    @Override
    public double at(double x) {
        return LAMBDA * (x >= 0 ? x : ALPHA * Math.expm1(x));
    }

    @Override
    public String operators(OnnxSink sink, String x) {
        return sink.node("Selu", List.of(x));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.SELU()";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Activation('selu')";
    }
}
