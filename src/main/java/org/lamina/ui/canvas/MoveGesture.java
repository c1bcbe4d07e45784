package org.lamina.ui.canvas;

import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Drawing;
import org.lamina.app.NetworkEditor;
import org.lamina.app.NodeBox;
import org.lamina.graph.Graph;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.project.Point;
import org.lamina.project.Project;

/// Moves the selected nodes together; the one in hand lines up with others or snaps to the grid. One that has no wires
/// yet goes into the wire it is dropped on.
final class MoveGesture implements Gesture {
    /// Pixels that a hand may tremble.
    private static final double THRESHOLD = 3;

    private final Board board;
    private final Point2D start;
    private final NodeId inHand;
    private final Set<NodeId> nodes;
    private final Point grabbed;
    private final @Nullable Guides guides;
    private final @Nullable DropWire into;
    private final Drawing.Gesture change;
    private boolean moving;

    MoveGesture(Board board, Point2D start, NodeId inHand, boolean snapping) {
        this.board = board;
        this.start = start;
        this.inHand = inHand;
        NetworkEditor editor = board.editor();
        nodes = editor.selection().nodes();
        guides = snapping ? guides() : null;
        into = nodes.size() == 1 && isAlone(board.graph(), inHand) ? dropWire() : null;
        change = editor.drawing().begin("Move " + editor.named(nodes));
        grabbed = change.before().layout().places().getOrDefault(inHand, new Point(0, 0));
    }

    private Guides guides() {
        double height = board.scenery().node(inHand).map(v -> v.box().getHeight()).orElse(NodeBox.HEIGHT);
        return new Guides(board, height, board.scenery().nodes().stream()
                .filter(v -> v.isVisible() && !nodes.contains(v.node())).map(NodeView::box).toList());
    }

    private static boolean isAlone(Graph graph, NodeId node) {
        return graph.incoming(node).isEmpty() && graph.outgoing(node).isEmpty();
    }

    private @Nullable DropWire dropWire() {
        return board.graph().node(inHand).map(n -> new DropWire(board, n.layer())).orElse(null);
    }

    @Override
    public void move(Point2D view) {
        moving |= view.distance(start) > THRESHOLD;
        if (!moving)
            return;
        Point2D by = view.subtract(start).multiply(1 / board.camera().zoom());
        Point wanted = grabbed.plus(by.getX(), by.getY());
        Point to = guides == null ? wanted : guides.snapped(wanted);
        Project before = change.before();
        change.preview(NetworkEditor.moved(before, nodes, to.x() - grabbed.x(), to.y() - grabbed.y()));
        if (into != null)
            into.aim(view);
    }

    @Override
    public void drop(Point2D view) {
        Optional<Wire> wire = into == null ? Optional.empty() : into.wire();
        tidy();
        wire.ifPresentOrElse(w -> {
            change.abort();
            board.editor().insert(inHand, w);
        }, change::commit);
        board.scenery().route();
    }

    @Override
    public void abort() {
        tidy();
        change.abort();
    }

    private void tidy() {
        if (guides != null)
            guides.remove();
        if (into != null)
            into.rest();
    }
}
