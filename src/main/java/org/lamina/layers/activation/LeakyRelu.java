package org.lamina.layers.activation;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.lamina.layers.Elementwise;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Real;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "leaky-relu", title = "Leaky ReLU", family = Family.ACTIVATION, keywords = {"rectified linear unit"})
@Help("""
        Keeps positive numbers and multiplies the others by a small slope, so that a neuron that is negative everywhere
        still learns: y = x for x ≥ 0, slope·x otherwise.

        **Shape** the same as its input.

        **Source** Maas et al., 2013; ONNX `LeakyRelu`.
        """)
public record LeakyRelu(
        @Help("Factor of negative numbers.") @Real(min = 0, max = 1, soft = 0.5) double slope) implements Elementwise {

    public LeakyRelu() {
        this(0.01);
    }

    @Override
    public NDArray apply(NDArray x) {
        return Activation.leakyRelu(x, (float) slope);
    }

    @Override
    public String formula() {
        return "y = x for x ≥ 0, else slope · x";
    }

    @Override
    public double at(double x) {
        return x >= 0 ? x : slope * x;
    }

    @Override
    public String operators(OnnxSink sink, String x) {
        return sink.node("LeakyRelu", List.of(x), Map.of("alpha", (float) slope));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.LeakyReLU(%s)".formatted(slope);
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.LeakyReLU(negative_slope=%s)".formatted(slope);
    }
}
