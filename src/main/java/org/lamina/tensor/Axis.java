package org.lamina.tensor;

/// What one dimension of a sample counts.
public enum Axis {
    CHANNELS("channels", "channel", "channels"),
    DEPTH("depth", "deep", "deep"),
    HEIGHT("height", "high", "high"),
    WIDTH("width", "wide", "wide"),
    TIME("time", "time step", "time steps"),
    FEATURES("features", "feature", "features");

    private final String title;
    private final String one;
    private final String many;

    Axis(String title, String one, String many) {
        this.title = title;
        this.one = one;
        this.many = many;
    }

    public String title() {
        return title;
    }

    /// A size with what it counts: `1 channel`, `28 high`, `40 time steps`.
    public String count(int size) {
        return size + " " + (size == 1 ? one : many);
    }
}
