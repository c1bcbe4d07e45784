package org.lamina.project;

/// A place on the canvas, in pixels at 100 %: the node's top left corner.
public record Point(double x, double y) {
    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }
}
