package org.lamina.ui.maps;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import org.lamina.study.Robustness;
import org.lamina.ui.LazyTip;

/// Accuracy against epsilon: a dot for each measured epsilon.
final class AccuracyCurve extends Pane {

    private static final double WIDTH = 240;
    private static final double HEIGHT = 110;
    private static final double LEFT = 44;
    private static final double BELOW = 24;

    AccuracyCurve() {
        setId("accuracy-curve");
        setMinSize(WIDTH + LEFT + 16, HEIGHT + BELOW);
        show(List.of());
    }

    /// @param accuracy at the first of [Robustness#EPSILONS]
    void show(List<Double> accuracy) {
        getChildren().clear();
        for (int share = 0; share <= 100; share += 50)
            grid(share);
        for (float epsilon : List.of(0f, 0.1f, 0.2f, 0.3f))
            label("%.1f".formatted(epsilon), x(epsilon) - 8, HEIGHT + 4);
        Polyline line = new Polyline();
        line.getStyleClass().add("accuracy-line");
        getChildren().add(line);
        IntStream.range(0, accuracy.size()).forEach(i -> dot(line, Robustness.EPSILONS.get(i), accuracy.get(i)));
    }

    private void grid(int percent) {
        double y = y(percent / 100.0);
        Line line = new Line(LEFT, y, LEFT + WIDTH, y);
        line.getStyleClass().add("chart-hair");
        getChildren().add(line);
        label(percent + " %", 0, y - 8);
    }

    private void label(String text, double x, double y) {
        Label label = new Label(text);
        label.getStyleClass().add("legend-number");
        label.relocate(x, Math.max(0, y));
        getChildren().add(label);
    }

    private void dot(Polyline line, float epsilon, double accuracy) {
        line.getPoints().addAll(x(epsilon), y(accuracy));
        Circle dot = new Circle(x(epsilon), y(accuracy), 4);
        dot.getStyleClass().add("accuracy-dot");
        LazyTip.install(dot, () -> "Epsilon %.2f: %.1f %% right".formatted(epsilon, 100 * accuracy));
        getChildren().add(dot);
    }

    private static double x(float epsilon) {
        return LEFT + WIDTH * epsilon / Robustness.EPSILONS.getLast();
    }

    private static double y(double accuracy) {
        return 8 + (HEIGHT - 12) * (1 - accuracy);
    }
}
