package org.lamina.layers.normalisation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lamina.layers.Python;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

/// A layer that normalises each sample on its own; in a sequence, each time step on its own.
interface PerSample extends Layer {

    @Override
    default Inferred infer(List<Shape> inputs) {
        return Inferred.known(inputs.getFirst());
    }

    @Override
    default Region reads(int port, List<Shape> inputs, Region answer) {
        Region all = Region.all(inputs.getFirst());
        return inputs.getFirst().isSequence() ? all.with(0, answer.places(0)) : all;
    }

    /// Sizes of what is normalised together.
    static int[] sizes(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return in.isSequence() ? new int[]{in.size(1)} : in.sizes();
    }

    /// How many numbers are normalised together.
    static long numbers(List<Shape> inputs) {
        return Arrays.stream(sizes(inputs)).asLongStream().reduce(1, (a, b) -> a * b);
    }

    /// The axes that are normalised together, counted from the batch's.
    static String kerasAxes(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return in.isSequence() ? "-1" : Python.tuple(IntStream.rangeClosed(1, in.rank()).toArray());
    }
}
