package org.lamina.layers.normalisation;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
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
@Card(id = "rms-norm", title = "RMS norm", family = Family.NORMALISATION, keywords = {"root mean square", "transformer",
        "llama"})
@Help("""
        Divides each sample by the root of its mean square, then scales every number by a trained one: y = γ·x / √(mean(x²) +
        epsilon). A layer norm without the mean, and cheaper. In a sequence each time step counts on its own.

        **Shape** the same as its input.

        **Source** Zhang and Sennrich, 2019; ONNX `ReduceMean`, `Sqrt`, `Div`, `Mul`.
        """)
public record RmsNorm(
        @Help("Added to the mean square, so that nothing is divided by zero.") @Real(min = 1e-8, max = 1, soft = 0.01, log = true) double epsilon)
        implements
            PerSample {

    public RmsNorm() {
        this(1e-5);
    }

    @Override
    public Cost cost(List<Shape> inputs) {
        return new Cost(PerSample.numbers(inputs), 0, inputs.getFirst().bytes());
    }

    @Override
    public Block block(List<Shape> inputs) {
        long[] sizes = Arrays.stream(PerSample.sizes(inputs)).asLongStream().toArray();
        long numbers = PerSample.numbers(inputs);
        return Blocks.function(List.of(Blocks.parameter("gamma", Parameter.Type.GAMMA, sizes)), (x, weights) -> {
            NDArray rows = x.reshape(-1, numbers);
            NDArray root = rows.square().mean(new int[]{1}, true).add(epsilon).sqrt();
            return rows.div(root).reshape(x.getShape()).mul(weights.getFirst());
        });
    }

    @Override
    public void onnx(OnnxSink sink) {
        String x = sink.input(0);
        int axes = PerSample.sizes(sink.inputs()).length;
        String mean = sink.node("ReduceMean", List.of(sink.node("Mul", List.of(x, x))),
                Map.of("axes", LongStream.rangeClosed(-axes, -1).toArray()));
        String root = sink.node("Sqrt", List.of(sink.node("Add", List.of(mean, sink.scalar(epsilon)))));
        sink.result(sink.node("Mul", List.of(sink.node("Div", List.of(x, root)), sink.weight("gamma"))));
    }

    /// PyTorch has it from 2.4.
    @Override
    public String torch(List<Shape> inputs) {
        return "nn.RMSNorm(%s, eps=%s)".formatted(Python.tuple(PerSample.sizes(inputs)), epsilon);
    }

    /// Keras has it from 3.9.
    @Override
    public String keras(List<Shape> inputs) {
        return "layers.RMSNormalization(axis=%s, epsilon=%s)".formatted(PerSample.kerasAxes(inputs), epsilon);
    }
}
