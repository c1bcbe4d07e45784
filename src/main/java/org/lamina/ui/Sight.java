package org.lamina.ui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Whether a person can see a node.
public final class Sight {

    private static final double LEAST = 2;

    private Sight() {}

    /// Whether a node is in an open window that is not iconified, has room, is not scrolled away, and neither it nor what
    /// it lies in is hidden.
    public static boolean isSeen(Node node) {
        Bounds room = node.localToScene(node.getLayoutBounds());
        for (Node at = node; at != null; at = at.getParent())
            if (!at.isVisible() || at.getLayoutBounds().getWidth() < LEAST || at.getLayoutBounds().getHeight() < LEAST
                    || isCutOff(room, at))
                return false;
        Scene scene = node.getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window != null && window.isShowing() && !(window instanceof Stage stage && stage.isIconified());
    }

    private static boolean isCutOff(Bounds room, Node around) {
        Node clip = around.getClip();
        return clip != null && !around.localToScene(clip.getBoundsInParent()).intersects(room);
    }
}
