package org.lamina.layers.normalisation;

import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.stream.IntStream;
import org.lamina.layers.Python;
import org.lamina.spec.Card;
import org.lamina.spec.Cost;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Real;
import org.lamina.spec.Remedy;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "group-norm", title = "Group norm", family = Family.NORMALISATION, keywords = {"group normalisation",
        "group normalization"})
@Help("""
        Brings groups of channels of each sample to zero mean and unit variance, then scales and shifts each channel by
        trained numbers: y = γ·(x − mean) / √(variance + epsilon) + β. Unlike batch norm it works with one sample a batch.

        **Shape** the same as its input.

        **Source** Wu and He, 2018; ONNX `InstanceNormalization` of reshaped groups.
        """)
public record GroupNorm(
        @Help("Into how many groups the channels are split. Must divide the channels.") @Int(min = 1, max = 65_536, soft = 32) int groups,
        @Help("Added to the variance, so that nothing is divided by zero.") @Real(min = 1e-8, max = 1, soft = 0.01, log = true) double epsilon)
        implements
            Layer {

    public GroupNorm() {
        this(8, 1e-5);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        if (in.channels() % groups == 0)
            return Inferred.known(in);
        int divisor = IntStream.rangeClosed(1, groups).filter(n -> in.channels() % n == 0).max().orElse(1);
        return Inferred.refusedFor("groups",
                "needs groups that divide %d channels, got %d: set groups to %d".formatted(in.channels(), groups,
                        divisor),
                new Remedy.Set("Set groups to " + divisor, "groups", divisor));
    }

    @Override
    public Cost cost(List<Shape> inputs) {
        return shared().cost(inputs.getFirst());
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        return shared().reads(inputs.getFirst(), answer);
    }

    @Override
    public Block block(List<Shape> inputs) {
        return shared().block(inputs.getFirst());
    }

    @Override
    public void onnx(OnnxSink sink) {
        shared().onnx(sink);
    }

    @Override
    public String torch(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return Python.channelsFirst(in, "nn.GroupNorm(%d, %d, eps=%s)".formatted(groups, in.channels(), epsilon));
    }

    @Override
    public String torchSource() {
        return Python.CHANNELS_FIRST;
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.GroupNormalization(%d, epsilon=%s)".formatted(groups, epsilon);
    }

    private Groups shared() {
        return new Groups(groups, epsilon);
    }
}
