package org.lamina.layers.normalisation;

import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.lamina.layers.Channels;
import org.lamina.layers.Python;
import org.lamina.layers.Space;
import org.lamina.spec.Card;
import org.lamina.spec.Cost;
import org.lamina.spec.Explaining;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.Numbers;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Real;
import org.lamina.spec.Working;
import org.lamina.spec.Working.Line;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "batch-norm", title = "Batch norm", family = Family.NORMALISATION, keywords = {"batch normalisation",
        "batch normalization", "bn"})
@Help("""
        Brings each channel or feature to zero mean and unit variance over the batch, then scales and shifts it by trained
        numbers: y = γ·(x − mean) / √(variance + epsilon) + β. After training, running averages take the place of the
        batch's own. Needs more than one sample per batch to train.

        **Shape** the same as its input.

        **Source** Ioffe and Szegedy, 2015; ONNX `BatchNormalization`.
        """)
public record BatchNorm(
        @Help("Added to the variance, so that nothing is divided by zero.") @Real(min = 1e-8, max = 1, soft = 0.01, log = true) double epsilon,
        @Help("Share of the running averages that each batch leaves in place.") @Real(min = 0, max = 0.9999) double momentum)
        implements
            Explaining {

    public BatchNorm() {
        this(1e-5, 0.9);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return Inferred.known(in);
    }

    @Override
    public Cost cost(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return new Cost(2L * in.channels(), 0, in.bytes());
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        return answer;
    }

    @Override
    public Block block(List<Shape> inputs) {
        return ai.djl.nn.norm.BatchNorm.builder().optAxis(inputs.getFirst().channelAxis() + 1)
                .optEpsilon((float) epsilon).optMomentum((float) momentum).build();
    }

    @Override
    public boolean isTwofold() {
        return true;
    }

    /// While training the batch's own mean and variance count, afterwards the running ones.
    @Override
    public Working working(Numbers numbers) {
        int channel = Channels.at(numbers);
        double x = numbers.input(0, numbers.cell());
        double mean = numbers.training() ? Channels.mean(numbers) : numbers.weight("runningMean")[channel];
        double variance = numbers.training() ? Channels.variance(numbers) : numbers.weight("runningVar")[channel];
        double gamma = numbers.weight("gamma")[channel];
        double beta = numbers.weight("beta")[channel];
        double normal = (x - mean) / Math.sqrt(variance + epsilon);
        String whose = numbers.training() ? "of channel %d in this batch".formatted(channel + 1)
                : "running average of channel %d".formatted(channel + 1);
        return new Working.Chain("y = γ · (x − mean) / √(variance + ε) + β", List.of(new Line("x", "", x),
                new Line("mean", whose, mean), new Line("variance", whose, variance),
                new Line("x̂", "(x − mean) / √(variance + ε)", normal),
                new Line("γ", "trained factor", gamma), new Line("β", "trained offset", beta),
                new Line("y", "γ · x̂ + β", gamma * normal + beta)));
    }

    @Override
    public void onnx(OnnxSink sink) {
        Shape in = sink.inputs().getFirst();
        String x = Space.turned(sink, in, sink.input(0));
        sink.result(Space.turned(sink, in, sink.node("BatchNormalization", List.of(x, sink.weight("gamma"),
                sink.weight("beta"), sink.weight("runningMean"), sink.weight("runningVar")),
                Map.of("epsilon", (float) epsilon))));
    }

    /// PyTorch counts the share that a batch replaces.
    @Override
    public String torch(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return Python.channelsFirst(in, "nn.BatchNorm%dd(%d, eps=%s, momentum=%s)".formatted(
                Math.max(1, in.rank() - 1), in.channels(), epsilon, (float) (1 - momentum)));
    }

    @Override
    public String torchSource() {
        return Python.CHANNELS_FIRST;
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.BatchNormalization(epsilon=%s, momentum=%s)".formatted(epsilon, momentum);
    }
}
