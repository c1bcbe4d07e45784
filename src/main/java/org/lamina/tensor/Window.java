package org.lamina.tensor;

import java.util.stream.IntStream;

/// A window that moves along one axis: of a convolution or a pooling. All lengths in cells of the input.
///
/// @param size cells the window covers
/// @param stride cells it moves
/// @param padding cells added on both sides
/// @param dilation distance between neighbouring taps; 1 is a dense window
public record Window(int size, int stride, int padding, int dilation) {

    public Window(int size, int stride, int padding) {
        this(size, stride, padding, 1);
    }

    /// Cells from the first to the last tap.
    public long reach() {
        return (long) dilation * (size - 1) + 1;
    }

    /// Positions of the window on an axis of the given length: ⌊(length + 2·padding − reach) / stride⌋ + 1; below 1
    /// where it does not fit.
    public long positions(long length) {
        return Math.floorDiv(length + 2L * padding - reach(), stride) + 1;
    }

    /// Cells to add in all so that the window has ⌈length / stride⌉ positions, whatever [#padding] says.
    public long same(long length) {
        long positions = Math.ceilDiv(length, stride);
        return Math.max(0, (positions - 1) * stride + reach() - length);
    }

    /// Cells of an axis of the given length under the taps of the window at some positions.
    ///
    /// @param before cells added at the beginning of the axis
    public IntStream under(IntStream positions, int before, int length) {
        return positions.mapMulti((position, cells) -> {
            for (int tap = 0; tap < size; tap++) {
                int cell = position * stride - before + tap * dilation;
                if (cell >= 0 && cell < length)
                    cells.accept(cell);
            }
        });
    }
}
