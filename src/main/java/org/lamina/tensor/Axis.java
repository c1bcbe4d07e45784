package org.lamina.tensor;

/// What one dimension of a sample counts.
public enum Axis {
    CHANNELS("channels", "c"),
    DEPTH("depth", "d"),
    HEIGHT("height", "h"),
    WIDTH("width", "w"),
    TIME("time",
            "t"),
    FEATURES("features", "f");

    private final String title;
    private final String letter;

    Axis(String title, String letter) {
        this.title = title;
        this.letter = letter;
    }

    public String title() {
        return title;
    }

    /// The one-letter mark used where space is short.
    public String letter() {
        return letter;
    }
}
