package org.lamina.app.colour;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.lamina.tensor.Tensor;

/// An output or a set of kernels as pictures of equal size, one a unit: the maps of a convolution, the cells of a dense
/// layer, the kernels of a filter bank.
///
/// @param values unit after unit, each row by row
public record Units(int count, int width, int height, float[] values) {

    /// What a node gave: channels×height×width are as many maps, a vector is as many single cells, time×features is one
    /// map, and of a volume the middle slice of each channel is shown.
    public static Units ofOutput(Tensor output) {
        int[] sizes = output.sizes();
        float[] values = output.values();
        return switch (sizes.length) {
            case 1 -> new Units(sizes[0], 1, 1, values);
            case 2 -> new Units(1, sizes[1], sizes[0], values);
            case 3 -> new Units(sizes[0], sizes[2], sizes[1], values);
            case 4 -> middle(sizes, values);
            default -> new Units(values.length, 1, 1, values);
        };
    }

    /// Which number of an output a cell of its units is, by its place on each axis.
    ///
    /// @param sizes of the output
    public static int[] place(int[] sizes, int unit, int x, int y) {
        return switch (sizes.length) {
            case 2 -> new int[]{y, x};
            case 3 -> new int[]{unit, y, x};
            case 4 -> new int[]{unit, sizes[1] / 2, y, x};
            default -> new int[]{unit};
        };
    }

    private static Units middle(int[] sizes, float[] values) {
        int plane = sizes[2] * sizes[3];
        float[] kept = new float[sizes[0] * plane];
        for (int c = 0; c < sizes[0]; c++)
            System.arraycopy(values, (c * sizes[1] + sizes[1] / 2) * plane, kept, c * plane, plane);
        return new Units(sizes[0], sizes[3], sizes[2], kept);
    }

    /// Where a unit's numbers begin.
    public int start(int unit) {
        return unit * width * height;
    }

    public float at(int unit, int x, int y) {
        return values[start(unit) + y * width + x];
    }

    public float[] of(int unit) {
        return Arrays.copyOfRange(values, start(unit), start(unit + 1));
    }

    /// The scale of one unit.
    public Scale scale(int unit) {
        return Scale.of(values, start(unit), start(unit + 1));
    }

    /// The scale of all units.
    public Scale scale() {
        return Scale.of(values);
    }

    /// Only the first units.
    public Units first(int most) {
        return count <= most ? this
                : new Units(most, width, height, Arrays.copyOf(values, most * width * height));
    }

    /// All units added up to one.
    public Units sum() {
        float[] sum = new float[width * height];
        for (int i = 0; i < values.length; i++)
            sum[i % sum.length] += values[i];
        return new Units(1, width, height, sum);
    }

    /// The same units with fewer numbers.
    ///
    /// @param by numbers along the side of a square that become their mean; at the right and lower edges what is left
    public Units coarser(int by) {
        int across = Math.ceilDiv(width, by);
        int down = Math.ceilDiv(height, by);
        float[] means = new float[count * across * down];
        for (int row = 0; row < count * height; row++) {
            int y = row % height;
            int to = (row / height * down + y / by) * across;
            int rows = Math.min(by, height - y / by * by);
            for (int x = 0; x < width; x++)
                means[to + x / by] += values[row * width + x] / (rows * Math.min(by, width - x / by * by));
        }
        return new Units(count, across, down, means);
    }

    /// Each unit in the colours of its scale.
    public Mosaic.Paint paint(IntFunction<Scale> scaleOf) {
        return new Bank(List.of(this), scaleOf).paint();
    }
}
