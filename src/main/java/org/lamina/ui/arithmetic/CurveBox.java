package org.lamina.ui.arithmetic;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import org.lamina.spec.Working.Curve;
import org.lamina.spec.Working.Point;

/// A function's curve with the number on it.
final class CurveBox extends Pane {

    private static final double WIDTH = 300;
    private static final double HEIGHT = 130;

    private final Polyline line = new Polyline();
    private final Line across = axis();
    private final Line up = axis();
    private final Line fromX = styled("curve-way");
    private final Line fromY = styled("curve-way");
    private final Circle dot = new Circle(6);

    CurveBox() {
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        line.getStyleClass().add("curve-line");
        dot.getStyleClass().add("curve-dot");
        getChildren().addAll(across, up, fromX, fromY, line, dot);
    }

    void show(Curve curve) {
        List<Point> points = curve.points();
        double reach = points.getLast().x();
        double low = Math.min(0, points.stream().mapToDouble(Point::y).min().orElse(0));
        double high = Math.max(low + 1e-6, points.stream().mapToDouble(Point::y).max().orElse(1));
        line.getPoints().setAll(points.stream().<Double>mapMulti((p, to) -> {
            to.accept(x(p.x(), reach));
            to.accept(y(p.y(), low, high));
        }).toList());
        double zero = y(0, low, high);
        place(across, 0, zero, WIDTH, zero);
        place(up, x(0, reach), 0, x(0, reach), HEIGHT);
        double x = x(curve.x(), reach);
        double y = y(curve.result(), low, high);
        place(fromX, x, zero, x, y);
        place(fromY, x(0, reach), y, x, y);
        dot.setCenterX(x);
        dot.setCenterY(y);
    }

    private static double x(double x, double reach) {
        return 8 + (x / reach + 1) / 2 * (WIDTH - 16);
    }

    private static double y(double y, double low, double high) {
        return 8 + (high - y) / (high - low) * (HEIGHT - 16);
    }

    private static void place(Line line, double fromX, double fromY, double toX, double toY) {
        line.setStartX(fromX);
        line.setStartY(fromY);
        line.setEndX(toX);
        line.setEndY(toY);
    }

    private static Line axis() {
        return styled("curve-axis");
    }

    private static Line styled(String style) {
        Line line = new Line();
        line.getStyleClass().add(style);
        return line;
    }
}
