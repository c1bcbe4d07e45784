package org.lamina.app;

/// Where the numbers of a sample lie when it is shown as pictures, one at a time: a channel of an image, a slice of a
/// volume, a sequence as time×features, and plain features in rows that fill a wide picture.
///
/// @param index of the picture, of `count`
/// @param size how many numbers it holds; the last row may not be full
public record Grid(int index, int count, int rows, int columns, int size) {

    private static final double ASPECT = 1.5;

    /// The picture that a number lies in.
    ///
    /// @param sizes of the sample, channels first
    /// @param cell counted row by row
    public static Grid of(int[] sizes, int cell) {
        int rank = sizes.length;
        if (rank < 2)
            return features(rank == 0 ? 1 : sizes[0]);
        int size = sizes[rank - 2] * sizes[rank - 1];
        int count = 1;
        for (int i = 0; i < rank - 2; i++)
            count *= sizes[i];
        return new Grid(cell / size, count, sizes[rank - 2], sizes[rank - 1], size);
    }

    private static Grid features(int count) {
        int columns = Math.clamp((int) Math.ceil(Math.sqrt(count * ASPECT)), 1, count);
        return new Grid(0, 1, Math.ceilDiv(count, columns), columns, count);
    }

    public int row(int cell) {
        return cell % size / columns;
    }

    public int column(int cell) {
        return cell % size % columns;
    }

    /// The number at a place; the nearest where there is none.
    public int cell(int row, int column) {
        int within = Math.clamp(row, 0, rows - 1) * columns + Math.clamp(column, 0, columns - 1);
        return index * size + Math.min(within, size - 1);
    }

    /// The number at the same place some pictures on, around the end.
    public int onward(int cell, int pictures) {
        return Math.floorMod(index + pictures, count) * size + cell % size;
    }

    /// Whether a number lies in this picture.
    public boolean contains(int cell) {
        return cell >= 0 && cell / size == index;
    }
}
