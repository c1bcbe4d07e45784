package org.lamina.ui.canvas;

import java.util.Collection;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/// The whole network, small, with a frame around what the canvas shows. Shown only while there is more than is seen; the
/// frame follows the mouse.
final class MiniMap extends Pane {
    private static final double WIDTH = 168;
    private static final double HEIGHT = 104;
    private static final double MARGIN = 12;
    private static final double INSET = 8;

    private final Camera camera;
    private final Path boxes = new Path();
    private final Rectangle frame = new Rectangle();
    private double scale = 1;
    private Point2D shift = Point2D.ZERO;

    MiniMap(Camera camera) {
        this.camera = camera;
        setId("mini-map");
        getStyleClass().add("mini-map");
        setManaged(false);
        setVisible(false);
        setCursor(Cursor.CROSSHAIR);
        resize(WIDTH, HEIGHT);
        setClip(new Rectangle(WIDTH, HEIGHT));
        boxes.getStyleClass().add("mini-map-boxes");
        frame.getStyleClass().add("mini-map-frame");
        getChildren().addAll(boxes, frame);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::look);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::look);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    }

    /// Draws the boxes of all nodes.
    ///
    /// @param all a box around them
    void draw(Collection<Bounds> nodes, Bounds all) {
        scale = Math.min((WIDTH - 2 * INSET) / all.getWidth(), (HEIGHT - 2 * INSET) / all.getHeight());
        shift = new Point2D((WIDTH - all.getWidth() * scale) / 2 - all.getMinX() * scale,
                (HEIGHT - all.getHeight() * scale) / 2 - all.getMinY() * scale);
        boxes.getElements().clear();
        for (Bounds node : nodes)
            box(node);
    }

    private void box(Bounds node) {
        double left = node.getMinX() * scale + shift.getX();
        double top = node.getMinY() * scale + shift.getY();
        double right = left + Math.max(1, node.getWidth() * scale);
        double bottom = top + Math.max(1, node.getHeight() * scale);
        boxes.getElements().addAll(new MoveTo(left, top), new LineTo(right, top), new LineTo(right, bottom),
                new LineTo(left, bottom), new ClosePath());
    }

    /// Frames what is seen.
    void frame(Bounds seen, double viewWidth, double viewHeight) {
        frame.setX(seen.getMinX() * scale + shift.getX());
        frame.setY(seen.getMinY() * scale + shift.getY());
        frame.setWidth(seen.getWidth() * scale);
        frame.setHeight(seen.getHeight() * scale);
        relocate(viewWidth - WIDTH - MARGIN, viewHeight - HEIGHT - MARGIN);
    }

    private void look(MouseEvent e) {
        camera.centre(new Point2D((e.getX() - shift.getX()) / scale, (e.getY() - shift.getY()) / scale),
                getParent().getLayoutBounds());
    }
}
