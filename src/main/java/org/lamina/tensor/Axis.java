package org.lamina.tensor;

/// What one dimension of a sample counts.
public enum Axis {
    CHANNELS("channels", "channel", "c"),
    DEPTH("depth", "depth", "d"),
    HEIGHT("height", "height", "h"),
    WIDTH("width", "width", "w"),
    TIME("time", "time", "t"),
    FEATURES("features", "feature", "f");

    private final String title;
    private final String one;
    private final String letter;

    Axis(String title, String one, String letter) {
        this.title = title;
        this.one = one;
        this.letter = letter;
    }

    public String title() {
        return title;
    }

    /// A size with the axis's name: `1 channel`, `28 height`.
    public String count(int size) {
        return size + " " + (size == 1 ? one : title);
    }

    /// The one-letter mark used where space is short.
    public String letter() {
        return letter;
    }
}
