package org.lamina.ui;

import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/// A pixel nobody sees, to be painted where nothing else may be. JavaFX paints the whole window where the scene has changed
/// but no region of it has, as when styles are looked up again and stay what they are; with one pixel changed it paints
/// that pixel.
final class Ember {

    private static final Color DARK = Color.TRANSPARENT;
    private static final Color LIT = Color.color(1, 1, 1, 0);

    private final Rectangle pixel = new Rectangle(1, 1, DARK);

    Ember() {
        pixel.setManaged(false);
        pixel.setMouseTransparent(true);
    }

    /// Moves to the corner of a window.
    void move(Parent root) {
        if (root instanceof Pane pane && pixel.getParent() != pane)
            pane.getChildren().add(pixel);
    }

    /// Leaves the window that it is in.
    void leave() {
        if (pixel.getParent() instanceof Pane pane)
            pane.getChildren().remove(pixel);
    }

    /// Is painted in the frame at hand, and so calls for another.
    void glow() {
        pixel.setFill(pixel.getFill() == DARK ? LIT : DARK);
    }
}
