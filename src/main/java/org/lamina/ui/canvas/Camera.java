package org.lamina.ui.canvas;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/// Which part of the drawing is seen, and how large. Nodes keep their places; one transform moves all of them.
///
/// View coordinates are pixels from the canvas's top left corner, world coordinates those of the project's layout.
final class Camera {
    static final double SMALLEST = 0.05;
    static final double LARGEST = 3;
    /// Titles and shapes can still be read.
    static final double LEGIBLE = 0.6;
    /// A small network in a large window, such as on a projector.
    private static final double AMPLE = 1.25;
    private static final double MARGIN = 24;
    /// Around all that there is.
    private static final double EDGE = 12;

    private final Scale scale = new Scale(1, 1);
    private final Translate shift = new Translate();
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private Runnable moved = () -> {};

    void drive(Node world) {
        world.getTransforms().setAll(shift, scale);
    }

    /// Called after every change.
    void onMoved(Runnable listener) {
        moved = listener;
    }

    ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    double zoom() {
        return zoom.get();
    }

    Point2D toWorld(Point2D view) {
        return new Point2D((view.getX() - shift.getX()) / zoom(), (view.getY() - shift.getY()) / zoom());
    }

    Point2D toView(Point2D world) {
        return new Point2D(world.getX() * zoom() + shift.getX(), world.getY() * zoom() + shift.getY());
    }

    Bounds toView(Bounds world) {
        Point2D corner = toView(new Point2D(world.getMinX(), world.getMinY()));
        return new BoundingBox(corner.getX(), corner.getY(), world.getWidth() * zoom(), world.getHeight() * zoom());
    }

    /// The part of the world that a view of this size shows.
    Bounds seen(double width, double height) {
        Point2D corner = toWorld(Point2D.ZERO);
        return new BoundingBox(corner.getX(), corner.getY(), width / zoom(), height / zoom());
    }

    void pan(double dx, double dy) {
        set(zoom(), shift.getX() + dx, shift.getY() + dy);
    }

    /// Zooms by a factor; the point under the anchor stays under it.
    void zoomBy(double factor, Point2D anchor) {
        double wanted = Math.clamp(zoom() * factor, SMALLEST, LARGEST);
        double ratio = wanted / zoom();
        set(wanted, anchor.getX() - (anchor.getX() - shift.getX()) * ratio,
                anchor.getY() - (anchor.getY() - shift.getY()) * ratio);
    }

    /// Shows all of a part of the world, and a little larger than life where there is room. Where that would be smaller
    /// than `least`, its beginning.
    void fit(Bounds world, double width, double height, double least) {
        double wanted = Math.min((width - 2 * EDGE) / world.getWidth(), (height - 2 * EDGE) / world.getHeight());
        double zoom = Math.clamp(wanted, least, AMPLE);
        set(zoom, begin(world.getMinX(), world.getWidth(), width, zoom),
                begin(world.getMinY(), world.getHeight(), height, zoom));
    }

    /// The shift that centres a length, or shows its beginning where it is longer than the view.
    private static double begin(double from, double length, double view, double zoom) {
        return Math.max(EDGE, (view - length * zoom) / 2) - from * zoom;
    }

    /// Brings a point of the world into the middle of the view.
    void centre(Point2D world, Bounds view) {
        Point2D at = toView(world);
        pan(view.getCenterX() - at.getX(), view.getCenterY() - at.getY());
    }

    /// Moves as little as is needed to show a part of the world.
    void reveal(Bounds world, double width, double height) {
        Bounds view = toView(world);
        pan(offset(view.getMinX(), view.getMaxX(), width), offset(view.getMinY(), view.getMaxY(), height));
    }

    private static double offset(double low, double high, double size) {
        if (low < MARGIN / 2)
            return MARGIN / 2 - low;
        return high > size - MARGIN / 2 ? size - MARGIN / 2 - high : 0;
    }

    /// What is seen, to be seen again.
    record Sight(double zoom, double x, double y) {}

    Sight sight() {
        return new Sight(zoom(), shift.getX(), shift.getY());
    }

    void look(Sight again) {
        set(again.zoom, again.x, again.y);
    }

    private void set(double newZoom, double x, double y) {
        scale.setX(newZoom);
        scale.setY(newZoom);
        shift.setX(x);
        shift.setY(y);
        zoom.set(newZoom);
        moved.run();
    }
}
