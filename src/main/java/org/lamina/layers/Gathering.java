package org.lamina.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.internal.NDArrayEx;
import ai.djl.nn.Block;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lamina.spec.Explaining;
import org.lamina.spec.Inferred;
import org.lamina.spec.Numbers;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Working.Part;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

/// A layer that puts one number in the place of each whole channel, whatever the size.
public interface Gathering extends Explaining {

    NDArray gather(NDArrayEx channelsFirst);

    /// The ONNX operator: a reduction over axes.
    String operator();

    @Override
    default Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return Space.of(in).isEmpty() ? Fit.needsSpace(in)
                : Inferred.known(Shape.vector(in.channels()));
    }

    @Override
    default Region reads(int port, List<Shape> inputs, Region answer) {
        Shape in = inputs.getFirst();
        return Region.all(in).with(in.channelAxis(), answer.places(0));
    }

    @Override
    default Block block(List<Shape> inputs) {
        Space space = Space.of(inputs.getFirst()).orElseThrow();
        return Blocks.function(x -> gather(space.turned(x).getNDArrayInternal()));
    }

    /// All numbers of the channel that a number of the answer stands for.
    static Part channel(Numbers numbers, float weight) {
        Shape in = numbers.shapes().getFirst();
        Space space = Space.of(in).orElseThrow();
        int[] cells = IntStream.range(0, space.cells(in)).map(cell -> space.index(in, numbers.cell(), cell)).toArray();
        float[] values = new float[cells.length];
        float[] weights = new float[weight == 1 ? 0 : cells.length];
        for (int i = 0; i < cells.length; i++)
            values[i] = numbers.input(0, cells[i]);
        Arrays.fill(weights, weight);
        return new Part("channel " + (numbers.cell() + 1), 0,
                in.isSequence() ? cells.length : in.sizes()[in.rank() - 1],
                values, weights, cells);
    }

    @Override
    default void onnx(OnnxSink sink) {
        long[] axes = Space.of(sink.inputs().getFirst()).orElseThrow().axesInBatch();
        sink.result(sink.node(operator(), List.of(sink.input(0)), Map.of("axes", axes, "keepdims", 0L)));
    }

    /// Axes as PyTorch takes them: `(2, 3)`.
    static String axes(List<Shape> inputs) {
        return Python.tuple(Arrays.stream(Space.of(inputs.getFirst()).orElseThrow().axesInBatch())
                .mapToInt(Math::toIntExact).toArray());
    }

    /// How many axes Keras' layer gathers over.
    static int dimensions(List<Shape> inputs) {
        return Space.of(inputs.getFirst()).orElseThrow().axes();
    }
}
