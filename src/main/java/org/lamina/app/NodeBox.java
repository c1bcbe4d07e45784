package org.lamina.app;

import org.lamina.project.Point;

/// The room that a node takes on a canvas, in pixels at 100 %. All nodes are equally wide; one that shows a picture is
/// higher than this.
public final class NodeBox {
    public static final double WIDTH = 160;
    public static final double HEIGHT = 92;
    /// A node with a title and a shape alone.
    public static final double LEAST_HEIGHT = 56;
    /// From the top of a node to the middle of its output and of its first input, so that nodes of any height in a row
    /// have straight wires.
    public static final double PORT_Y = 20;
    private static final double PORT_STEP = 24;
    /// Room between a node and the next one along a wire; the wire's shape is written there.
    public static final double GAP_X = 72;
    public static final double GAP_Y = 40;
    /// Step of the grid that moved nodes snap to.
    public static final double GRID = 8;

    private NodeBox() {}

    /// From the top of a node to the middle of an input; inputs stand one below the other.
    public static double inputY(int input) {
        return PORT_Y + input * PORT_STEP;
    }

    /// The least height of a node with so many inputs.
    public static double heightFor(int inputs) {
        return Math.max(LEAST_HEIGHT, inputY(inputs - 1) + PORT_STEP / 2);
    }

    public static Point snapped(Point point) {
        return new Point(Math.rint(point.x() / GRID) * GRID, Math.rint(point.y() / GRID) * GRID);
    }

    static boolean overlap(Point a, Point b) {
        return Math.abs(a.x() - b.x()) < WIDTH + GRID && Math.abs(a.y() - b.y()) < HEIGHT + GRID;
    }
}
