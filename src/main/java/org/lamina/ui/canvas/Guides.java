package org.lamina.ui.canvas;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.shape.Line;
import org.lamina.app.NodeBox;
import org.lamina.project.Point;

/// Lines a box in hand up with those that stand still: with their left edges, their middles from top to bottom, as wires
/// run from middle to middle, or else with the grid. A line shows with what.
final class Guides {
    private static final double REACH = 6;
    private static final double OVER = 16;

    private final Board board;
    private final double height;
    private final List<Bounds> still;
    private final Line vertical = line("guide-x");
    private final Line horizontal = line("guide-y");

    /// @param height of the box in hand
    Guides(Board board, double height, Collection<Bounds> still) {
        this.board = board;
        this.height = height;
        this.still = List.copyOf(still);
        board.glass().getChildren().addAll(vertical, horizontal);
    }

    private static Line line(String id) {
        Line line = new Line();
        line.setId(id);
        line.getStyleClass().add("guide");
        line.setVisible(false);
        return line;
    }

    /// Where the box comes to stand: at most a few pixels from where the hand has it.
    Point snapped(Point wanted) {
        double reach = REACH / board.camera().zoom();
        OptionalDouble left = nearest(Bounds::getMinX, wanted.x(), reach);
        OptionalDouble middle = nearest(Bounds::getCenterY, wanted.y() + height / 2, reach);
        Point grid = NodeBox.snapped(wanted);
        Point to = new Point(left.orElse(grid.x()), middle.isPresent() ? middle.getAsDouble() - height / 2 : grid.y());
        left.ifPresent(x -> along(vertical, still.stream().filter(b -> b.getMinX() == x), to));
        middle.ifPresent(y -> along(horizontal, still.stream().filter(b -> b.getCenterY() == y), to));
        vertical.setVisible(left.isPresent());
        horizontal.setVisible(middle.isPresent());
        return to;
    }

    private OptionalDouble nearest(ToDoubleFunction<Bounds> edge, double wanted, double reach) {
        return still.stream().mapToDouble(edge).filter(e -> Math.abs(e - wanted) <= reach).boxed()
                .min((a, b) -> Double.compare(Math.abs(a - wanted), Math.abs(b - wanted))).stream()
                .mapToDouble(e -> e).findFirst();
    }

    /// Draws the line through the box and those that it lines up with.
    private void along(Line line, Stream<Bounds> others, Point to) {
        Bounds all = Scenery.union(others.reduce(Scenery::union).orElseThrow(),
                new BoundingBox(to.x(), to.y(), NodeBox.WIDTH, height));
        boolean upright = line == vertical;
        double at = upright ? to.x() : to.y() + height / 2;
        draw(line, upright ? new Point2D(at, all.getMinY() - OVER) : new Point2D(all.getMinX() - OVER, at),
                upright ? new Point2D(at, all.getMaxY() + OVER) : new Point2D(all.getMaxX() + OVER, at));
    }

    private void draw(Line line, Point2D worldFrom, Point2D worldTo) {
        Point2D from = board.camera().toView(worldFrom);
        Point2D to = board.camera().toView(worldTo);
        line.setStartX(from.getX());
        line.setStartY(from.getY());
        line.setEndX(to.getX());
        line.setEndY(to.getY());
    }

    void remove() {
        board.glass().getChildren().removeAll(vertical, horizontal);
    }
}
