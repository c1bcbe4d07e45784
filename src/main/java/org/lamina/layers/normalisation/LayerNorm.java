package org.lamina.layers.normalisation;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lamina.layers.Blocks;
import org.lamina.layers.Python;
import org.lamina.spec.Card;
import org.lamina.spec.Cost;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Real;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "layer-norm", title = "Layer norm", family = Family.NORMALISATION, keywords = {"layer normalisation",
        "layer normalization", "transformer"})
@Help("""
        Brings each sample on its own to zero mean and unit variance, then scales and shifts every number by trained ones:
        y = γ·(x − mean) / √(variance + epsilon) + β. In a sequence each time step counts on its own.

        **Shape** the same as its input.

        **Source** Ba et al., 2016; ONNX `LayerNormalization`.
        """)
public record LayerNorm(
        @Help("Added to the variance, so that nothing is divided by zero.") @Real(min = 1e-8, max = 1, soft = 0.01, log = true) double epsilon)
        implements
            PerSample {

    public LayerNorm() {
        this(1e-5);
    }

    @Override
    public Cost cost(List<Shape> inputs) {
        return new Cost(2 * PerSample.numbers(inputs), 0, inputs.getFirst().bytes());
    }

    @Override
    public Block block(List<Shape> inputs) {
        long[] sizes = Arrays.stream(PerSample.sizes(inputs)).asLongStream().toArray();
        List<Parameter> parameters = List.of(Blocks.parameter("gamma", Parameter.Type.GAMMA, sizes),
                Blocks.parameter("beta", Parameter.Type.BETA, sizes));
        return Blocks.function(parameters, (x, values) -> normalise(x, values, sizes));
    }

    private NDArray normalise(NDArray x, List<NDArray> values, long[] sizes) {
        return ai.djl.nn.norm.LayerNorm.layerNorm(x, new ai.djl.ndarray.types.Shape(sizes), values.getFirst(),
                values.getLast(), (float) epsilon).singletonOrThrow();
    }

    @Override
    public void onnx(OnnxSink sink) {
        sink.result(sink.node("LayerNormalization",
                List.of(sink.input(0), sink.weight("gamma"), sink.weight("beta")),
                Map.of("axis", (long) -PerSample.sizes(sink.inputs()).length, "epsilon", (float) epsilon)));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.LayerNorm(%s, eps=%s)".formatted(Python.tuple(PerSample.sizes(inputs)), epsilon);
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.LayerNormalization(axis=%s, epsilon=%s)".formatted(PerSample.kerasAxes(inputs), epsilon);
    }
}
