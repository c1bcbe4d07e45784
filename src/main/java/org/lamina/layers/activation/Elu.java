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
@Card(id = "elu", title = "ELU", family = Family.ACTIVATION, keywords = {"exponential linear unit"})
@Help("""
        Keeps positive numbers and bends the others softly towards −alpha: y = x for x ≥ 0, alpha·(exp(x) − 1) otherwise. The
        mean of the answers lies nearer to zero than with ReLU.

        **Shape** the same as its input.

        **Source** Clevert et al., 2015; ONNX `Elu`.
        """)
public record Elu(
        @Help("Where very negative numbers end: at −alpha.") @Real(min = 0, max = 10, soft = 2) double alpha)
        implements
            Elementwise {

    public Elu() {
        this(1);
    }

    @Override
    public NDArray apply(NDArray x) {
        return Activation.elu(x, (float) alpha);
    }

    @Override
    public String formula() {
        return "y = x for x ≥ 0, else alpha · (exp(x) − 1)";
    }

    @Override
    public double at(double x) {
        return x >= 0 ? x : alpha * Math.expm1(x);
    }

    @Override
    public String operators(OnnxSink sink, String x) {
        return sink.node("Elu", List.of(x), Map.of("alpha", (float) alpha));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.ELU(alpha=%s)".formatted(alpha);
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.ELU(alpha=%s)".formatted(alpha);
    }
}
