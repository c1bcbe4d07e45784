package org.lamina.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamina.spec.Inferred;
import org.lamina.spec.Remedy;
import org.lamina.tensor.Dim;
import org.lamina.tensor.Shape;

/// Answers that many shape rules share.
public final class Fit {

    /// Most numbers that one sample may have at any place: 2²⁸, which take one gibibyte.
    public static final long LIMIT = 1L << 28;

    private Fit() {}

    /// The axes of a shape with these sizes; refused where they make more than [#LIMIT] numbers.
    public static Inferred known(Shape like, long... sizes) {
        long elements = 1;
        List<Dim> dims = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] > LIMIT / elements)
                return Inferred
                        .refused("needs at most %,d numbers per sample, these settings give more: choose smaller ones"
                                .formatted(LIMIT));
            elements *= sizes[i];
            dims.add(new Dim(like.dims().get(i).axis(), (int) sizes[i]));
        }
        return Inferred.known(new Shape(like.vocabulary(), dims));
    }

    /// Refuses what is no image.
    public static Inferred needsImage(Shape got) {
        return Inferred.refused(
                "needs an image (channels×height×width), got %s: put a Reshape before it".formatted(got),
                asImage(got).map(image -> insert("Reshape", "reshape", Map.of("shape", image))).stream()
                        .toArray(Remedy[]::new));
    }

    /// Refuses what is no sequence.
    public static Inferred needsSequence(Shape got) {
        return Inferred.refused("needs a sequence (time×features), got %s: put a Reshape before it".formatted(got),
                insert("Reshape", "reshape", Map.of("shape",
                        Shape.sequence(got.size(0), Math.toIntExact(got.elements() / got.size(0))))));
    }

    /// Refuses what is no volume; an image can be one of depth 1.
    public static Inferred needsVolume(Shape got) {
        String message = "needs a volume (channels×depth×height×width), got %s: put a Reshape before it".formatted(got);
        return got.isImage()
                ? Inferred.refused(message,
                        insert("Reshape", "reshape",
                                Map.of("shape", Shape.ofSizes(got.size(0), 1, got.size(1), got.size(2)))))
                : Inferred.refused(message);
    }

    /// Refuses what has neither time nor place.
    public static Inferred needsSpace(Shape got) {
        return Inferred.refused(
                "needs a sequence (time×features), an image (channels×height×width) or a volume, got %s: put a Reshape before it"
                        .formatted(got),
                insert("Reshape", "reshape", Map.of("shape", Shape.sequence(1, (int) got.elements()))));
    }

    /// Refuses what is neither features nor time×features.
    public static Inferred needsFeatures(Shape got) {
        return Inferred.refused("needs a flat input, got %s: put a Flatten before it".formatted(got),
                insert("Flatten", "flatten", Map.of()));
    }

    /// Refuses inputs to be joined number by number; channels that alone differ can be matched.
    public static Inferred needsOneShape(Shape first, Shape other, int port) {
        String message = "needs inputs of one shape, got %s and %s".formatted(first, other);
        if (!first.isImage() || !other.equals(first.with(0, other.size(0))))
            return Inferred.refused(message + ": bring both to the same shape");
        return Inferred.refused(message + ": put a 1×1 convolution with %d filters before input %d"
                .formatted(first.size(0), port + 1),
                new Remedy.Insert("Insert 1×1 convolution", port, "conv-2d",
                        Map.of("filters", first.size(0), "kernel", 1, "padding", 0)));
    }

    private static Remedy insert(String title, String layer, Map<String, Object> parameters) {
        return new Remedy.Insert("Insert " + title, 0, layer, parameters);
    }

    /// A square picture of one or three channels with as many numbers, or a sequence as one channel.
    private static Optional<Shape> asImage(Shape got) {
        if (got.isSequence())
            return Optional.of(Shape.image(1, got.size(0), got.size(1)));
        for (int channels : new int[]{1, 3}) {
            int side = (int) Math.sqrt((double) got.elements() / channels);
            if (side > 1 && (long) channels * side * side == got.elements())
                return Optional.of(Shape.image(channels, side, side));
        }
        return Optional.empty();
    }
}
