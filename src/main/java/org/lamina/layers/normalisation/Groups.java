package org.lamina.layers.normalisation;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lamina.layers.Blocks;
import org.lamina.layers.Space;
import org.lamina.spec.Cost;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// Normalisation of each sample by groups of its channels, then per channel a trained scale and shift: what group and
/// instance norm share. Its block has the parameters `gamma` and `beta`, one number per channel.
record Groups(int groups, double epsilon) {

    Cost cost(Shape in) {
        return new Cost(2L * in.channels(), 0, in.bytes());
    }

    /// All numbers of the channels that share a group with those of the answer.
    Region reads(Shape in, Region answer) {
        int width = in.channels() / groups;
        return Region.all(in).with(in.channelAxis(), answer.places(in.channelAxis()).map(channel -> channel / width)
                .distinct().flatMap(group -> IntStream.range(group * width, (group + 1) * width)));
    }

    Block block(Shape in) {
        return Blocks.function(List.of(Blocks.parameter("gamma", Parameter.Type.GAMMA, in.channels()),
                Blocks.parameter("beta", Parameter.Type.BETA, in.channels())),
                (x, weights) -> normalised(x, in).mul(Blocks.perChannel(weights.getFirst(), in, x))
                        .add(Blocks.perChannel(weights.getLast(), in, x)));
    }

    private NDArray normalised(NDArray x, Shape in) {
        NDArray turned = Space.turned(in, x);
        NDArray rows = turned.reshape(turned.getShape().get(0), groups, -1);
        NDArray centred = rows.sub(rows.mean(new int[]{2}, true));
        NDArray deviation = centred.square().mean(new int[]{2}, true).add(epsilon).sqrt();
        return Space.turned(in, centred.div(deviation).reshape(turned.getShape()));
    }

    void onnx(OnnxSink sink) {
        Shape in = sink.inputs().getFirst();
        String x = Space.turned(sink, in, sink.input(0));
        String rows = sink.node("Reshape", List.of(x, sink.constant(0, groups, -1)));
        String unit = sink.node("InstanceNormalization", List.of(rows, filled(sink, 1), filled(sink, 0)),
                Map.of("epsilon", (float) epsilon));
        String back = sink.node("Reshape", List.of(unit, sink.constant(turnedSizes(in))));
        int[] sizes = Blocks.perChannel(in, in.channels());
        String scaled = sink.node("Mul",
                List.of(Space.turned(sink, in, back), sink.weight("gamma", sizes)));
        sink.result(sink.node("Add", List.of(scaled, sink.weight("beta", sizes))));
    }

    private String filled(OnnxSink sink, float value) {
        float[] values = new float[groups];
        Arrays.fill(values, value);
        return sink.constant(new Tensor(new int[]{groups}, values));
    }

    private static long[] turnedSizes(Shape in) {
        long[] sizes = Blocks.anyBatch(in).getShape();
        return in.isSequence() ? new long[]{sizes[0], sizes[2], sizes[1]} : sizes;
    }
}
