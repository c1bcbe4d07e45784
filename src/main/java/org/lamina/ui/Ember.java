package org.lamina.ui;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/// A pixel in the corner of a window that nobody sees, to be painted where nothing else may be. JavaFX paints the whole
/// window where the scene has changed but no region of it has, as when styles are looked up again and stay what they are;
/// with one pixel changed it paints that pixel.
final class Ember extends Rectangle {

    private static final Color DARK = Color.TRANSPARENT;
    private static final Color LIT = Color.color(1, 1, 1, 0);

    private Ember() {
        super(1, 1, DARK);
        setManaged(false);
        setMouseTransparent(true);
    }

    /// That of a window; a new one where it has none yet.
    static Ember of(Scene scene) {
        Parent root = scene.getRoot();
        for (Node node : root.getChildrenUnmodifiable())
            if (node instanceof Ember ember)
                return ember;
        Ember made = new Ember();
        if (root instanceof Pane pane)
            pane.getChildren().add(made);
        return made;
    }

    /// Is painted in the frame at hand, and so calls for another.
    void glow() {
        setFill(getFill() == DARK ? LIT : DARK);
    }
}
