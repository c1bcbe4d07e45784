package org.lamina.layers;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.lamina.spec.Numbers;
import org.lamina.spec.Working.Part;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// What lies under a window in one of its positions.
///
/// @param cells per tap the cell of a channel's space, counted row by row; -1 in the padding
/// @param columns taps in a row
record Taps(Space space, Shape in, int[] cells, int columns) {

    /// @param position of the window among its positions, counted row by row
    /// @param out lengths of the space of positions
    static Taps at(Sliding sliding, Shape in, int position, int[] out) {
        int size = sliding.window().size();
        int axes = sliding.space().axes();
        int taps = (int) Math.pow(size, axes);
        int[] cells = IntStream.range(0, taps).map(tap -> cell(sliding, in, digits(tap, size, axes),
                digits(position, out))).toArray();
        return new Taps(sliding.space(), in, cells, size);
    }

    private static int cell(Sliding sliding, Shape in, int[] tap, int[] position) {
        int[] lengths = sliding.space().lengths(in);
        int[] begin = sliding.edges(in).begin();
        int cell = 0;
        for (int axis = 0; axis < lengths.length; axis++) {
            int at = position[axis] * sliding.window().stride() - begin[axis]
                    + tap[axis] * sliding.window().dilation();
            if (at < 0 || at >= lengths[axis])
                return -1;
            cell = cell * lengths[axis] + at;
        }
        return cell;
    }

    private static int[] digits(int number, int base, int count) {
        int[] bases = new int[count];
        Arrays.fill(bases, base);
        return digits(number, bases);
    }

    private static int[] digits(int number, int[] bases) {
        int[] digits = new int[bases.length];
        int rest = number;
        for (int i = bases.length - 1; i >= 0; i--) {
            digits[i] = rest % bases[i];
            rest /= bases[i];
        }
        return digits;
    }

    /// One channel's numbers under the window.
    ///
    /// @param weights by tap; empty for none
    Part part(Numbers numbers, int channel, float[] weights) {
        int[] flat = Arrays.stream(cells).map(cell -> cell < 0 ? -1 : space.index(in, channel, cell))
                .toArray();
        float[] values = new float[flat.length];
        for (int i = 0; i < flat.length; i++)
            values[i] = flat[i] < 0 ? 0 : numbers.input(0, flat[i]);
        return new Part("channel " + (channel + 1), 0, columns, values, weights, flat);
    }

    /// A run of a parameter's numbers, by tap.
    float[] weights(Tensor parameter, int row) {
        return Arrays.copyOfRange(parameter.values(), row * cells.length, (row + 1) * cells.length);
    }
}
