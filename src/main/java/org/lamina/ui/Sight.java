package org.lamina.ui;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Whether a person can see a node.
public final class Sight {

    private static final double LEAST = 2;

    private Sight() {}

    /// Whether a node is in an open window that is not iconified, has room, and neither it nor what it lies in is hidden.
    public static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent())
            if (!at.isVisible() || at.getLayoutBounds().getWidth() < LEAST || at.getLayoutBounds().getHeight() < LEAST)
                return false;
        Scene scene = node.getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window != null && window.isShowing() && !(window instanceof Stage stage && stage.isIconified());
    }
}
