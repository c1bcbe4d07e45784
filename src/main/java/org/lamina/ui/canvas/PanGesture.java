package org.lamina.ui.canvas;

import javafx.geometry.Point2D;

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
        camera.pan(view.getX() - last.getX(), view.getY() - last.getY());
        last = view;
    }

    @Override
    public void drop(Point2D view) {
        move(view);
    }

    @Override
    public void abort() {}
}
