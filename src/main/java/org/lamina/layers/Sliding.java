package org.lamina.layers;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lamina.spec.Inferred;
import org.lamina.spec.Remedy;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Window;

/// A window with sides of one length that slides over the cells of a space.
///
/// @param same whether to pad so that there are ⌈length / stride⌉ positions, instead of by the window's padding; the
///        odd cell is added at the end of an axis, as ONNX's SAME_UPPER does
public record Sliding(Space space, Window window, boolean same) {

    /// Cells added at the beginning and the end of each axis.
    public record Edges(int[] begin, int[] end) {
        public boolean isEven() {
            return Arrays.equals(begin, end);
        }

        public boolean isNone() {
            return isEven() && Arrays.stream(begin).allMatch(cells -> cells == 0);
        }

        /// The ONNX attribute `pads`.
        public long[] onnx() {
            return IntStream.concat(Arrays.stream(begin), Arrays.stream(end)).asLongStream().toArray();
        }

        /// Last axis first, as PyTorch pads.
        int[] lastFirst() {
            return IntStream.range(0, begin.length).map(i -> begin.length - 1 - i)
                    .flatMap(i -> IntStream.of(begin[i], end[i])).toArray();
        }
    }

    Edges edges(Shape in) {
        int[] lengths = space.lengths(in);
        int[] total = Arrays.stream(lengths).map(n -> same ? (int) window.same(n) : 2 * window.padding()).toArray();
        return new Edges(Arrays.stream(total).map(n -> n / 2).toArray(),
                Arrays.stream(total).map(n -> n - n / 2).toArray());
    }

    /// The shape that the window's positions make.
    ///
    /// @param parameter name of the layer's parameter that sets the window's size
    Inferred over(Shape in, long channels, String parameter) {
        int[] lengths = space.lengths(in);
        long[] positions = Arrays.stream(lengths).mapToLong(this::positions).toArray();
        return Arrays.stream(positions).allMatch(n -> n >= 1) ? space.shape(in, channels, positions)
                : refused(lengths, parameter);
    }

    private long positions(int length) {
        return same ? Math.ceilDiv(length, window.stride()) : window.positions(length);
    }

    /// What the window covers at some positions, in the channels of those positions.
    public Region reads(Shape in, Region positions) {
        int[] before = edges(in).begin();
        Region read = positions;
        for (int axis = 0; axis < in.rank(); axis++)
            if (axis != in.channelAxis())
                read = read.with(axis,
                        window.under(positions.places(axis), before[space.index(axis)], in.size(axis)));
        return read;
    }

    private Inferred refused(int[] lengths, String parameter) {
        int shortest = Arrays.stream(lengths).min().orElseThrow();
        int fitting = (shortest + 2 * window.padding() - 1) / window.dilation() + 1;
        int padding = (int) Math.ceilDiv(window.reach() - shortest, 2);
        List<Remedy> remedies = new ArrayList<>();
        remedies.add(new Remedy.Set("Set %s to %d".formatted(parameter, fitting), parameter, fitting));
        if (2 * padding <= window.size())
            remedies.add(new Remedy.Set("Set padding to " + padding, "padding", padding));
        String got = Arrays.stream(lengths).mapToObj(n -> String.valueOf(n + 2 * window.padding()))
                .collect(Collectors.joining("×"));
        return Inferred.refusedFor(parameter,
                "needs at least %d %s with padding, got %s: use a %s of at most %d, or more padding"
                        .formatted(window.reach(), space.cells(), got, parameter, fitting),
                remedies.toArray(Remedy[]::new));
    }

    /// Zeros around a batch with its channels first, where the engine's operator cannot add them itself.
    static NDArray padded(NDArray x, Edges edges) {
        return x.pad(new ai.djl.ndarray.types.Shape(Arrays.stream(edges.lastFirst()).asLongStream().toArray()), 0);
    }
}
