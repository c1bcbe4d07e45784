package org.lamina.ui.canvas;

import javafx.geometry.Point2D;
import javafx.scene.layout.Pane;
import org.lamina.app.NetworkEditor;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;

/// What a gesture works on.
///
/// @param glass above everything, in view coordinates, transparent to the mouse
/// @param hint the words at the cursor
record Board(NetworkEditor editor, Camera camera, Scenery scenery, Pane glass, Hint hint) {

    Graph graph() {
        return editor.graph();
    }

    Inference inference() {
        return editor.drawing().inference();
    }

    Point2D toWorld(Point2D view) {
        return camera.toWorld(view);
    }
}
