package org.lamina.app;

import org.lamina.project.Point;

/// The room that a node takes on a canvas, in pixels at 100 %. All nodes are equally wide; one that shows a picture is
/// higher than this.
public final class NodeBox {
    public static final double WIDTH = 160;
    public static final double HEIGHT = 92;
    /// Room between a node and the next one along a wire; the wire's shape is written there.
    public static final double GAP_X = 56;
    public static final double GAP_Y = 40;
    /// Step of the grid that moved nodes snap to.
    public static final double GRID = 8;

    private NodeBox() {}

    public static Point snapped(Point point) {
        return new Point(Math.rint(point.x() / GRID) * GRID, Math.rint(point.y() / GRID) * GRID);
    }

    static boolean overlap(Point a, Point b) {
        return Math.abs(a.x() - b.x()) < WIDTH + GRID && Math.abs(a.y() - b.y()) < HEIGHT + GRID;
    }
}
