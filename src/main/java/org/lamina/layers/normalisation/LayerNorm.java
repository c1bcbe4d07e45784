package org.lamina.layers.normalisation;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lamina.layers.Blocks;
import org.lamina.layers.Python;
import org.lamina.spec.Card;
import org.lamina.spec.Cost;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Real;
import org.lamina.tensor.Region;
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
            Layer {

    public LayerNorm() {
        this(1e-5);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        return Inferred.known(inputs.getFirst());
    }

    @Override
    public Cost cost(List<Shape> inputs) {
        long numbers = Arrays.stream(normalised(inputs)).asLongStream().reduce(1, (a, b) -> a * b);
        return new Cost(2 * numbers, 0, inputs.getFirst().bytes());
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        Region all = Region.all(inputs.getFirst());
        return inputs.getFirst().isSequence() ? all.with(0, answer.places(0)) : all;
    }

    @Override
    public Block block(List<Shape> inputs) {
        long[] sizes = Arrays.stream(normalised(inputs)).asLongStream().toArray();
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
                Map.of("axis", (long) -normalised(sink.inputs()).length, "epsilon", (float) epsilon)));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.LayerNorm(%s, eps=%s)".formatted(Python.tuple(normalised(inputs)), epsilon);
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.LayerNormalization(axis=%s, epsilon=%s)".formatted(
                inputs.getFirst().isSequence() ? "-1"
                        : Python.tuple(IntStream.rangeClosed(1, inputs.getFirst().rank()).toArray()),
                epsilon);
    }

    /// Sizes of what is brought to unit variance together.
    static int[] normalised(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return in.isSequence() ? new int[]{in.size(1)} : in.sizes();
    }
}
