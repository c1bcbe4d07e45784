package org.lamina.tensor;

/// One named dimension: `32 channels`.
public record Dim(Axis axis, int size) {

    public Dim {
        if (size < 1)
            throw new IllegalArgumentException("a dimension has at least one element, got " + size);
    }

    public static Dim channels(int size) {
        return new Dim(Axis.CHANNELS, size);
    }

    public static Dim height(int size) {
        return new Dim(Axis.HEIGHT, size);
    }

    public static Dim width(int size) {
        return new Dim(Axis.WIDTH, size);
    }

    public static Dim time(int size) {
        return new Dim(Axis.TIME, size);
    }

    public static Dim features(int size) {
        return new Dim(Axis.FEATURES, size);
    }
}
