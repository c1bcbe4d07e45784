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
@Card(id = "mish", title = "Mish", family = Family.ACTIVATION, keywords = {"yolo"})
@Help("""
        Smooth, and negative only between −∞ and zero where it dips to −0.31: y = x·tanh(ln(1 + exp(x))).

        **Shape** the same as its input.

        **Source** Misra, 2019; ONNX `Softplus`, `Tanh`, `Mul`.
        """)
public record Mish() implements Elementwise {

    /// DJL's own takes the logarithm to the base 2.
    @Override
    public NDArray apply(NDArray x) {
        return x.mul(Activation.softPlus(x).tanh());
    }

    @Override
    public String formula() {
        return "y = x · tanh(ln(1 + exp(x)))";
    }

    @Override
    public double at(double x) {
        return x * Math.tanh(Math.log1p(Math.exp(x)));
    }

    @Override
    public String operators(OnnxSink sink, String x) {
        return sink.node("Mul", List.of(x, sink.node("Tanh", List.of(sink.node("Softplus", List.of(x))))));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.Mish()";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Activation('mish')";
    }
}
