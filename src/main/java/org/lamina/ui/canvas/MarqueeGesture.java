package org.lamina.ui.canvas;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.shape.Rectangle;
import org.lamina.graph.NodeId;

/// Draws a frame; the nodes it touches are selected.
final class MarqueeGesture implements Gesture {

    private final Board board;
    private final Point2D start;
    private final Collection<NodeId> before;
    private final Collection<NodeId> kept;
    private final Rectangle frame = new Rectangle();

    /// @param adding whether what was selected stays so
    MarqueeGesture(Board board, Point2D start, boolean adding) {
        this.board = board;
        this.start = start;
        before = board.editor().selection().nodes();
        kept = adding ? before : List.of();
        frame.setId("marquee");
        frame.getStyleClass().add("marquee");
        board.glass().getChildren().add(frame);
        board.editor().selection().set(kept);
    }

    @Override
    public void move(Point2D view) {
        frame.setX(Math.min(start.getX(), view.getX()));
        frame.setY(Math.min(start.getY(), view.getY()));
        frame.setWidth(Math.abs(view.getX() - start.getX()));
        frame.setHeight(Math.abs(view.getY() - start.getY()));
        Set<NodeId> chosen = new LinkedHashSet<>(kept);
        Bounds world = world();
        for (NodeView node : board.scenery().nodes())
            if (node.box().intersects(world))
                chosen.add(node.node());
        if (!chosen.equals(board.editor().selection().nodes()))
            board.editor().selection().set(chosen);
    }

    private Bounds world() {
        Point2D corner = board.toWorld(new Point2D(frame.getX(), frame.getY()));
        return new BoundingBox(corner.getX(), corner.getY(), frame.getWidth() / board.camera().zoom(),
                frame.getHeight() / board.camera().zoom());
    }

    @Override
    public void drop(Point2D view) {
        board.glass().getChildren().remove(frame);
    }

    @Override
    public void abort() {
        board.glass().getChildren().remove(frame);
        board.editor().selection().set(before);
    }
}
