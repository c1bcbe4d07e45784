package org.lamina.ui.canvas;

import javafx.geometry.Point2D;
import org.lamina.ui.Painter;

/// Pushes the drawing about.
final class PanGesture implements Gesture {

    private final Camera camera;
    private Point2D last;

    PanGesture(Camera camera, Point2D start) {
        this.camera = camera;
        last = start;
    }

    @Override
    public void move(Point2D view) {
        Point2D by = view.subtract(last);
        Painter.whenAtRest(() -> camera.pan(by.getX(), by.getY()));
        last = view;
    }

    @Override
    public void drop(Point2D view) {
        move(view);
    }

    @Override
    public void abort() {}
}
