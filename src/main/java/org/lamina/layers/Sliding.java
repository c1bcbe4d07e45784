package org.lamina.layers;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.lamina.spec.Inferred;
import org.lamina.spec.Remedy;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Window;

/// A square window that slides over the rows and columns of an image.
///
/// @param same whether to pad so that there are ⌈length / stride⌉ positions, instead of by the window's padding; the
///        odd cell is added at the bottom and right, as ONNX's SAME_UPPER does
public record Sliding(Window window, boolean same) {

    /// Cells added at an image's edges.
    public record Edges(int top, int left, int bottom, int right) {
        public boolean isEven() {
            return top == bottom && left == right;
        }

        public boolean isNone() {
            return isEven() && top == 0 && left == 0;
        }

        /// The ONNX attribute `pads`.
        public long[] onnx() {
            return new long[]{top, left, bottom, right};
        }
    }

    public Edges edges(Shape image) {
        if (!same)
            return new Edges(window.padding(), window.padding(), window.padding(), window.padding());
        int rows = (int) window.same(image.size(1));
        int columns = (int) window.same(image.size(2));
        return new Edges(rows / 2, columns / 2, rows - rows / 2, columns - columns / 2);
    }

    /// The image that the window's positions make.
    ///
    /// @param parameter name of the layer's parameter that sets the window's size
    public Inferred over(Shape image, long channels, String parameter) {
        long height = positions(image.size(1));
        long width = positions(image.size(2));
        return Math.min(height, width) >= 1 ? Fit.known(image, channels, height, width) : refused(image, parameter);
    }

    private long positions(int length) {
        return same ? Math.ceilDiv(length, window.stride()) : window.positions(length);
    }

    private Inferred refused(Shape image, String parameter) {
        int shortest = Math.min(image.size(1), image.size(2));
        int fitting = (shortest + 2 * window.padding() - 1) / window.dilation() + 1;
        int padding = (int) Math.ceilDiv(window.reach() - shortest, 2);
        List<Remedy> remedies = new ArrayList<>();
        remedies.add(new Remedy.Set("Set %s to %d".formatted(parameter, fitting), parameter, fitting));
        if (2 * padding <= window.size())
            remedies.add(new Remedy.Set("Set padding to " + padding, "padding", padding));
        return Inferred.refusedFor(parameter,
                "needs at least %d rows and columns with padding, got %d×%d: use a %s of at most %d, or more padding"
                        .formatted(window.reach(), image.size(1) + 2 * window.padding(),
                                image.size(2) + 2 * window.padding(), parameter, fitting),
                remedies.toArray(Remedy[]::new));
    }

    /// Zeros around a batch of images, where the engine's operator cannot add them itself.
    public static NDArray padded(NDArray images, Edges edges) {
        return images.pad(
                new ai.djl.ndarray.types.Shape(edges.left(), edges.right(), edges.top(), edges.bottom()), 0);
    }
}
