package org.lamina.ui.canvas;

import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import org.lamina.app.NodeBox;
import org.lamina.app.Wiring;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.project.Point;

/// Searches for a layer and puts what is chosen where the search was opened: at a place, at the loose end of a wire, or
/// into a wire.
final class LayerAdder {

    private final Region canvas;
    private final Board board;
    private final SearchPopup search;

    LayerAdder(Region canvas, Board board) {
        this.canvas = canvas;
        this.board = board;
        search = new SearchPopup(board.editor().offer());
        search.onClosed(canvas::requestFocus);
    }

    SearchPopup popup() {
        return search;
    }

    void at(Point2D view) {
        search.open(view, canvas.getWidth(), canvas.getHeight(), _ -> true,
                layer -> board.editor().add(layer, corner(view)));
    }

    void atLooseEnd(Point2D view, NodeId node, int port) {
        Inference inference = board.inference();
        boolean forward = port == Port.OUTPUT;
        Point2D world = board.toWorld(view);
        Point corner = new Point(world.getX() - (forward ? 0 : NodeBox.WIDTH), world.getY() - NodeBox.PORT_Y);
        search.open(view, canvas.getWidth(), canvas.getHeight(),
                layer -> forward
                        ? Wiring.accepts(inference, layer, node)
                        : Wiring.canFeed(inference, layer, node, port),
                layer -> board.editor().addAtEnd(layer, corner, node, port));
    }

    void into(Wire wire) {
        Point2D view = board.scenery().wire(wire).map(w -> board.camera().toView(w.route().middle()))
                .orElse(Point2D.ZERO);
        search.open(view, canvas.getWidth(), canvas.getHeight(),
                layer -> Wiring.canInsert(board.inference(), layer, wire), layer -> board.editor().insert(layer, wire));
    }

    /// The top left corner of a node whose middle is there.
    Point corner(Point2D view) {
        Point2D world = board.toWorld(view);
        return new Point(world.getX() - NodeBox.WIDTH / 2, world.getY() - NodeBox.HEIGHT / 2);
    }
}
