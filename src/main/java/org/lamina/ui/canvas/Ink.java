package org.lamina.ui.canvas;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// How a wire is drawn for the sake of what it carries.
///
/// @param argb colour, 0xAARRGGBB
/// @param width in pixels at 100 %
/// @param broken whether the line is dashed
/// @param words what the wire's tooltip says of it
/// @param cargo shown on the wire in place of the shape; null for the shape
public record Ink(int argb, double width, boolean broken, String words, @Nullable Cargo cargo) {

    /// What moves along a wire.
    ///
    /// @param picture null where there is none
    public record Cargo(String text, @Nullable Node picture) {}

    /// With the shape on it.
    public Ink(int argb, double width, boolean broken, String words) {
        this(argb, width, broken, words, null);
    }

    /// For the line; hovering and selecting still change its colour.
    String style() {
        return "-wire-ink: #%06x; -fx-stroke-width: %.2fpx;%s".formatted(argb & 0xffffff, width,
                broken ? " -fx-stroke-dash-array: 7 6;" : "");
    }
}
