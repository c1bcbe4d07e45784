package org.lamina.tensor;

/// What one dimension of a sample counts.
public enum Axis {
    CHANNELS("channels", "channel"),
    DEPTH("depth", "depth"),
    HEIGHT("height", "height"),
    WIDTH("width", "width"),
    TIME("time", "time"),
    FEATURES("features", "feature");

    private final String title;
    private final String one;

    Axis(String title, String one) {
        this.title = title;
        this.one = one;
    }

    public String title() {
        return title;
    }

    /// A size with the axis's name: `1 channel`, `28 height`.
    public String count(int size) {
        return size + " " + (size == 1 ? one : title);
    }
}
