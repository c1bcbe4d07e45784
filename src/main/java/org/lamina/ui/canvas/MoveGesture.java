package org.lamina.ui.canvas;

import java.util.Set;
import javafx.geometry.Point2D;
import org.lamina.app.Document;
import org.lamina.app.NetworkEditor;
import org.lamina.app.NodeBox;
import org.lamina.graph.NodeId;
import org.lamina.project.Point;
import org.lamina.project.Project;

/// Moves the selected nodes together; the one in hand snaps to the grid.
final class MoveGesture implements Gesture {
    /// Pixels that a hand may tremble.
    private static final double THRESHOLD = 3;

    private final Board board;
    private final Point2D start;
    private final Set<NodeId> nodes;
    private final Point grabbed;
    private final boolean snapping;
    private final Document.Gesture change;
    private boolean moving;

    MoveGesture(Board board, Point2D start, NodeId grabbed, boolean snapping) {
        this.board = board;
        this.start = start;
        this.snapping = snapping;
        NetworkEditor editor = board.editor();
        nodes = editor.selection().nodes();
        change = editor.document().begin("Move " + editor.named(nodes));
        this.grabbed = change.before().layout().places().getOrDefault(grabbed, new Point(0, 0));
    }

    @Override
    public void move(Point2D view) {
        moving |= view.distance(start) > THRESHOLD;
        if (!moving)
            return;
        Point2D by = view.subtract(start).multiply(1 / board.camera().zoom());
        Point wanted = grabbed.plus(by.getX(), by.getY());
        Point to = snapping ? NodeBox.snapped(wanted) : wanted;
        Project before = change.before();
        change.preview(NetworkEditor.moved(before, nodes, to.x() - grabbed.x(), to.y() - grabbed.y()));
    }

    @Override
    public void drop(Point2D view) {
        change.commit();
        board.scenery().route();
    }

    @Override
    public void abort() {
        change.abort();
    }
}
