package org.lamina.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The shape of one sample: named dimensions without the batch axis, and what stands in them.
///
/// Images are channels×height×width, sequences time×features, vectors features; tokens have time alone.
///
/// @param vocabulary how many different tokens there are where the sample is made of tokens, whole numbers from 0; 0
///     where it is made of real numbers
public record Shape(int vocabulary, List<Dim> dims) {

    public Shape {
        dims = List.copyOf(dims);
        if (vocabulary < 0)
            throw new IllegalArgumentException("a vocabulary has at least one token, got " + vocabulary);
    }

    public static Shape of(Dim... dims) {
        return new Shape(0, List.of(dims));
    }

    /// Tokens in a row, such as the letters of a text.
    public static Shape tokens(int time, int vocabulary) {
        return new Shape(vocabulary, List.of(Dim.time(time)));
    }

    public static Shape image(int channels, int height, int width) {
        return of(Dim.channels(channels), Dim.height(height), Dim.width(width));
    }

    public static Shape vector(int features) {
        return of(Dim.features(features));
    }

    public static Shape sequence(int time, int features) {
        return of(Dim.time(time), Dim.features(features));
    }

    /// Names the axes by rank, as the field writes them: features, time×features,
    /// channels×height×width, channels×depth×height×width.
    public static Shape ofSizes(int... sizes) {
        return switch (sizes.length) {
            case 1 -> vector(sizes[0]);
            case 2 -> sequence(sizes[0], sizes[1]);
            case 3 -> image(sizes[0], sizes[1], sizes[2]);
            case 4 -> of(Dim.channels(sizes[0]), new Dim(Axis.DEPTH, sizes[1]), Dim.height(sizes[2]),
                    Dim.width(sizes[3]));
            default -> throw new IllegalArgumentException("a shape has one to four dimensions, got " + sizes.length);
        };
    }

    /// Reads `1×28×28`, also with `x`, `*` or `,` between the sizes.
    ///
    /// @throws IllegalArgumentException with a message for people
    public static Shape parse(String text) {
        int[] sizes;
        try {
            sizes = Arrays.stream(text.strip().split("\\s*[×xX*,]\\s*", -1)).mapToInt(Integer::parseInt).toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "needs sizes such as 1×28×28 (channels×height×width) or 4 (features), got '" + text + "'", e);
        }
        for (int size : sizes)
            if (size < 1)
                throw new IllegalArgumentException("every size must be at least 1, got '" + text + "'");
        return ofSizes(sizes);
    }

    public int rank() {
        return dims.size();
    }

    public int size(int dim) {
        return dims.get(dim).size();
    }

    public boolean isImage() {
        return rank() == 3 && dims.get(0).axis() == Axis.CHANNELS;
    }

    public boolean isVolume() {
        return rank() == 4 && dims.get(0).axis() == Axis.CHANNELS;
    }

    public boolean isVector() {
        return rank() == 1 && !isTokens();
    }

    public boolean isTokens() {
        return vocabulary > 0;
    }

    public DType type() {
        return isTokens() ? DType.INT64 : DType.FLOAT32;
    }

    public boolean isSequence() {
        return rank() == 2 && dims.get(0).axis() == Axis.TIME;
    }

    /// The dimension that counts channels or features: channels come first, features last.
    public int channelAxis() {
        return isSequence() ? 1 : 0;
    }

    /// Channels or features.
    public int channels() {
        return size(channelAxis());
    }

    /// The shape of both joined number by number, where a size of 1 is repeated to match the other's; empty where that
    /// cannot be.
    public Optional<Shape> broadcast(Shape other) {
        if (other.rank() != rank())
            return Optional.empty();
        Shape joined = this;
        for (int i = 0; i < rank(); i++)
            if (size(i) == 1)
                joined = joined.with(i, other.size(i));
            else if (other.size(i) != 1 && other.size(i) != size(i))
                return Optional.empty();
        return Optional.of(joined);
    }

    /// Numbers in one sample; `Long.MAX_VALUE` where there are more.
    public long elements() {
        return dims.stream().mapToLong(Dim::size).reduce(1, Shape::saturating);
    }

    /// Memory of one sample in bytes.
    public long bytes() {
        return saturating(elements(), type().bytes());
    }

    private static long saturating(long a, long b) {
        return a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
    }

    public int[] sizes() {
        return dims.stream().mapToInt(Dim::size).toArray();
    }

    /// The same axes and content with one size replaced.
    public Shape with(int dim, int size) {
        Dim[] changed = dims.toArray(Dim[]::new);
        changed[dim] = new Dim(changed[dim].axis(), size);
        return new Shape(vocabulary, List.of(changed));
    }

    /// Sizes only: `32×7×7`; for tokens, `64 tokens of 80`.
    @Override
    public String toString() {
        return dims.stream().map(d -> String.valueOf(d.size())).collect(Collectors.joining("×"))
                + (isTokens() ? " tokens of " + vocabulary : "");
    }

    /// With what each axis counts: `32 channels × 7 high × 7 wide`.
    public String describe() {
        return isTokens() ? toString()
                : dims.stream().map(d -> d.axis().count(d.size())).collect(Collectors.joining(" × "));
    }
}
