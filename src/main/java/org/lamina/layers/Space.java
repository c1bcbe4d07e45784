package org.lamina.layers;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.lamina.spec.Inferred;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Shape;

/// The cells over which a window slides: the steps of a sequence, the pixels of an image, the cells of a volume. Images
/// and volumes have their channels first, sequences their features last.
public enum Space {
    LINE(1, "time steps"),
    PLANE(2, "rows and columns"),
    VOLUME(3, "layers, rows and columns");

    private final int axes;
    private final String cells;

    Space(int axes, String cells) {
        this.axes = axes;
        this.cells = cells;
    }

    /// The space of a shape; none for features.
    public static Optional<Space> of(Shape shape) {
        return Arrays.stream(values()).filter(space -> space.fits(shape)).findFirst();
    }

    /// What its cells are called: `rows and columns`.
    public String cells() {
        return cells;
    }

    /// How many axes it has.
    public int axes() {
        return axes;
    }

    public boolean fits(Shape shape) {
        return switch (this) {
            case LINE -> shape.isSequence();
            case PLANE -> shape.isImage();
            case VOLUME -> shape.isVolume();
        };
    }

    /// Refuses what does not fit.
    public Inferred refused(Shape got) {
        return switch (this) {
            case LINE -> Fit.needsSequence(got);
            case PLANE -> Fit.needsImage(got);
            case VOLUME -> Fit.needsVolume(got);
        };
    }

    /// Sizes of the axes, without the channels.
    public int[] lengths(Shape shape) {
        return IntStream.range(0, shape.rank()).filter(i -> i != shape.channelAxis()).map(shape::size).toArray();
    }

    /// Which of the space's axes an axis of a shape is; only for one that is not the channels.
    int index(int axis) {
        return this == LINE ? axis : axis - 1;
    }

    /// Cells of one channel.
    public int cells(Shape shape) {
        return Math.toIntExact(shape.elements() / shape.channels());
    }

    /// Where a number stands in a sample, counted row by row.
    ///
    /// @param cell of the channel's space, counted row by row
    public int index(Shape shape, int channel, int cell) {
        return this == LINE ? cell * shape.channels() + channel : channel * cells(shape) + cell;
    }

    /// The channel of a number.
    public int channel(Shape shape, int index) {
        return this == LINE ? index % shape.channels() : index / cells(shape);
    }

    /// The cell of a number in its channel's space.
    public int cell(Shape shape, int index) {
        return this == LINE ? index / shape.channels() : index % cells(shape);
    }

    /// A shape with these channels and sizes.
    public Inferred shape(Shape like, long channels, long... lengths) {
        long[] sizes = this == LINE ? new long[]{lengths[0], channels}
                : LongStream.concat(LongStream.of(channels), Arrays.stream(lengths)).toArray();
        return Fit.known(like, sizes);
    }

    /// A batch with its channels first, as the engine's windows take it; and back again.
    public NDArray turned(NDArray x) {
        return this == LINE ? x.transpose(0, 2, 1) : x;
    }

    /// The same in ONNX.
    public String turned(OnnxSink sink, String x) {
        return this == LINE ? sink.node("Transpose", List.of(x), Map.of("perm", new long[]{0, 2, 1})) : x;
    }

    /// A batch of any samples with its channels first; and back again.
    public static NDArray turned(Shape sample, NDArray x) {
        return sample.isSequence() ? LINE.turned(x) : x;
    }

    /// The same in ONNX.
    public static String turned(OnnxSink sink, Shape sample, String x) {
        return sample.isSequence() ? LINE.turned(sink, x) : x;
    }

    /// Axes of a batch that are neither samples nor channels.
    public long[] axesInBatch() {
        return this == LINE ? new long[]{1} : LongStream.rangeClosed(2, axes + 1L).toArray();
    }

    /// A length for every axis, as the engine takes it.
    public ai.djl.ndarray.types.Shape each(int length) {
        return new ai.djl.ndarray.types.Shape(onnx(length));
    }

    /// A length for every axis, as ONNX takes it.
    public long[] onnx(int length) {
        long[] lengths = new long[axes];
        Arrays.fill(lengths, length);
        return lengths;
    }
}
