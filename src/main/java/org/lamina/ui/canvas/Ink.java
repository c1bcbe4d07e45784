package org.lamina.ui.canvas;

/// How a wire is drawn for the sake of what it carries.
///
/// @param argb colour, 0xAARRGGBB
/// @param width in pixels at 100 %
/// @param broken whether the line is dashed
/// @param words what the wire's tooltip says of it
public record Ink(int argb, double width, boolean broken, String words) {

    /// For the line; hovering and selecting still change its colour.
    String style() {
        return "-wire-ink: #%06x; -fx-stroke-width: %.2fpx;%s".formatted(argb & 0xffffff, width,
                broken ? " -fx-stroke-dash-array: 7 6;" : "");
    }
}
