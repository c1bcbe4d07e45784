package org.lamina.ui.canvas;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.transform.Scale;
import org.lamina.app.NodeBox;
import org.lamina.graph.Wire;
import org.lamina.project.Point;
import org.lamina.spec.Layer;
import org.lamina.ui.palette.FamilyLook;
import org.lamina.ui.palette.LayerTarget;

/// A layer from the palette under the cursor. Over a wire that can take it, the wire lights up and the layer goes
/// into it; elsewhere it stands alone.
final class CarryGesture implements LayerTarget.Carried {
    private final Board board;
    private final Node canvas;
    private final Layer layer;
    private final Label ghost;
    private final Scale size = new Scale();
    private final DropWire into;

    CarryGesture(Board board, Node canvas, Layer layer) {
        this.board = board;
        this.canvas = canvas;
        this.layer = layer;
        into = new DropWire(board, layer);
        ghost = new Label(layer.card().title(), FamilyLook.icon(layer.card().family()));
        ghost.setId("ghost");
        ghost.getStyleClass().addAll("ghost", FamilyLook.styleClass(layer.card().family()));
        ghost.setMinSize(NodeBox.WIDTH, NodeBox.HEIGHT);
        ghost.getTransforms().add(size);
        ghost.setVisible(false);
        board.glass().getChildren().add(ghost);
    }

    @Override
    public void to(double sceneX, double sceneY) {
        Point2D view = canvas.sceneToLocal(sceneX, sceneY);
        boolean over = isOver(view);
        ghost.setVisible(over);
        if (!over) {
            into.rest();
            return;
        }
        into.aim(view);
        double zoom = board.camera().zoom();
        size.setX(zoom);
        size.setY(zoom);
        Point2D corner = board.camera().toView(new Point2D(corner(view).x(), corner(view).y()));
        ghost.relocate(corner.getX(), corner.getY());
    }

    @Override
    public void drop(double sceneX, double sceneY) {
        Point2D view = canvas.sceneToLocal(sceneX, sceneY);
        to(sceneX, sceneY);
        Optional<Wire> wire = into.wire();
        finish();
        if (!isOver(view))
            return;
        wire.ifPresentOrElse(w -> board.editor().insert(layer, w), () -> board.editor().add(layer, corner(view)));
        canvas.requestFocus();
    }

    @Override
    public void abort() {
        finish();
    }

    private void finish() {
        into.rest();
        board.glass().getChildren().remove(ghost);
    }

    private boolean isOver(Point2D view) {
        Bounds bounds = canvas.getLayoutBounds();
        return bounds.contains(view);
    }

    /// Where the layer's box would stand, its middle under the cursor.
    private Point corner(Point2D view) {
        Point2D world = board.toWorld(view);
        return NodeBox.snapped(
                new Point(world.getX() - NodeBox.WIDTH / 2, world.getY() - NodeBox.HEIGHT / 2));
    }
}
