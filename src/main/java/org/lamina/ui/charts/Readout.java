package org.lamina.ui.charts;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import org.lamina.app.curve.Curve;
import org.lamina.app.curve.RunCurves;

/// Tells the values under the pointer: a hairline and a small text beside it.
final class Readout extends Pane {

    private static final double BESIDE = 12;
    private static final double NOWHERE = -1;

    private final CurveChart chart;
    private final Line hair = new Line();
    private final Label text = new Label();
    private double x = NOWHERE;
    private double y;

    Readout(CurveChart chart) {
        this.chart = chart;
        setMouseTransparent(true);
        hair.getStyleClass().add("chart-hair");
        text.getStyleClass().add("chart-readout");
        text.setId("readout-" + chart.measure().name().toLowerCase(Locale.ROOT));
        getChildren().addAll(hair, text);
        show(false);
        chart.addEventFilter(MouseEvent.MOUSE_MOVED, this::move);
        chart.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> leave());
        chart.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> leave());
    }

    private void move(MouseEvent event) {
        x = event.getX();
        y = event.getY();
        tell();
    }

    /// Tells what is under the pointer now.
    void tell() {
        Painted shown = chart.shown();
        List<RunCurves> runs = chart.runs();
        boolean over = shown != null && !runs.isEmpty() && runs.getLast().size() > 0 && shown.area().contains(x, y);
        show(over);
        if (shown == null || !over)
            return;
        text.setText(words(runs, shown.stepAt(x)));
        place(shown.area());
    }

    private void place(Rectangle2D area) {
        hair.setStartX(x);
        hair.setEndX(x);
        hair.setStartY(area.getMinY());
        hair.setEndY(area.getMaxY());
        text.autosize();
        boolean left = x + BESIDE + text.getWidth() > area.getMaxX();
        text.relocate(left ? x - BESIDE - text.getWidth() : x + BESIDE, area.getMinY() + BESIDE);
    }

    private void leave() {
        x = NOWHERE;
        show(false);
    }

    private void show(boolean visible) {
        hair.setVisible(visible);
        text.setVisible(visible);
    }

    private String words(List<RunCurves> runs, double step) {
        RunCurves newest = runs.getLast();
        StringBuilder words = new StringBuilder();
        Curve train = chart.measure().train(newest);
        int near = train.nearest(step);
        if (near >= 0) {
            words.append("Step %,d\nTraining %s".formatted(train.step(near), chart.measure().words(train.value(near))));
            if (chart.smoothingProperty().get() > 0)
                words.append(", smoothed ")
                        .append(chart.measure().words(train.smoothed(near, chart.smoothingProperty().get())));
        }
        Curve validation = chart.measure().validation(newest);
        int epoch = validation.nearest(step);
        if (epoch >= 0)
            words.append("\nValidation %s (epoch %d)".formatted(chart.measure().words(validation.value(epoch)),
                    Math.round(newest.epochs().value(epoch))));
        for (RunCurves run : runs.subList(0, runs.size() - 1))
            ghost(run, step, words);
        return words.toString().strip();
    }

    private void ghost(RunCurves run, double step, StringBuilder words) {
        Curve train = chart.measure().train(run);
        int near = train.nearest(step);
        if (near >= 0)
            words.append("\n").append(run.name()).append(' ')
                    .append(chart.measure().words(train.smoothed(near, chart.smoothingProperty().get())));
    }
}
