package org.lamina.layers.activation;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Blocks;
import org.lamina.layers.Elementwise;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "gelu", title = "GELU", family = Family.ACTIVATION, keywords = {"gaussian error linear unit", "transformer"})
@Help("""
        Weights each number by the chance that a normal variable is smaller: y = x·Φ(x). The exact form takes
        Φ(x) = (1 + erf(x/√2)) / 2, the tanh form (1 + tanh(√(2/π)·(x + 0.044715·x³))) / 2, as GPT-2 does.

        **Shape** the same as its input.

        **Source** Hendrycks and Gimpel, 2016; ONNX `Erf` or `Tanh`, `Mul`, `Add`.
        """)
public record Gelu(
        @Help("Exact, or the approximation by tanh.") Form form) implements Elementwise {

    /// How Φ is computed.
    public enum Form {
        EXACT,
        TANH
    }

    private static final double CUBIC = 0.044715;
    private static final double SCALE = Math.sqrt(2 / Math.PI);

    public Gelu() {
        this(Form.EXACT);
    }

    @Override
    public NDArray apply(NDArray x) {
        return switch (form) {
            case EXACT -> Activation.gelu(x);
            case TANH -> x.mul(Blocks.number(0.5, x)).mul(inner(x).tanh().add(1));
        };
    }

    @Override
    public String formula() {
        return form == Form.EXACT ? "y = x · Φ(x)" : "y = x · (1 + tanh(√(2/π) · (x + 0.044715 · x³))) / 2";
    }

    @Override
    public double at(double x) {
        return switch (form) {
            case EXACT -> x * normal(x);
            case TANH -> x * (1 + Math.tanh(SCALE * (x + CUBIC * x * x * x))) / 2;
        };
    }

    /// Φ(x) = ½ + φ(x)·(x + x³/3 + x⁵/15 + …), which ends where terms no longer count (Marsaglia, 2004).
    private static double normal(double x) {
        if (Math.abs(x) > 8)
            return x < 0 ? 0 : 1;
        double sum = x;
        double before = 0;
        double term = x;
        for (int i = 3; sum != before; i += 2) {
            before = sum;
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /// √(2/π)·(x + 0.044715·x³)
    private static NDArray inner(NDArray x) {
        return x.square().mul(x).mul(Blocks.number(CUBIC, x)).add(x).mul(Blocks.number(SCALE, x));
    }

    @Override
    public String operators(OnnxSink sink, String x) {
        String twice = sink.node("Add", List.of(sink.scalar(1), switch (form) {
            case EXACT -> sink.node("Erf", List.of(sink.node("Mul", List.of(x, sink.scalar(Math.sqrt(0.5))))));
            case TANH -> sink.node("Tanh", List.of(argument(sink, x)));
        }));
        return sink.node("Mul", List.of(x, sink.node("Mul", List.of(twice, sink.scalar(0.5)))));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return form == Form.EXACT ? "nn.GELU()" : "nn.GELU(approximate='tanh')";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Activation(%s)".formatted(form == Form.EXACT ? "'gelu'"
                : "lambda x: keras.activations.gelu(x, approximate=True)");
    }

    private static String argument(OnnxSink sink, String x) {
        String cube = sink.node("Mul", List.of(x, sink.node("Mul", List.of(x, x))));
        String bent = sink.node("Add", List.of(x, sink.node("Mul", List.of(cube, sink.scalar(CUBIC)))));
        return sink.node("Mul", List.of(bent, sink.scalar(SCALE)));
    }
}
