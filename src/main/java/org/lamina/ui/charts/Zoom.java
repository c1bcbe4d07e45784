package org.lamina.ui.charts;

import java.awt.geom.Rectangle2D;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;

/// Changes what a chart shows: drag over a part of it, along one axis or over both; the wheel or `+` and `-` zoom the
/// steps, arrows move them; a double click or Home shows everything.
final class Zoom extends Pane {

    /// A drag that is narrower than this in one direction leaves that axis as it is.
    private static final double THIN = 12;

    private static final double CLOSER = 0.8;
    private static final double FEWEST_STEPS = 2;

    private final CurveChart chart;
    private final Rectangle band = new Rectangle();
    private @Nullable Point2D from;

    Zoom(CurveChart chart) {
        this.chart = chart;
        setMouseTransparent(true);
        band.getStyleClass().add("chart-band");
        band.setVisible(false);
        getChildren().add(band);
        chart.setFocusTraversable(true);
        chart.setAccessibleText(chart.measure().title() + " over steps");
        chart.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        chart.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
        chart.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void press(MouseEvent event) {
        Painted shown = chart.shown();
        if (event.getButton() != MouseButton.PRIMARY || shown == null)
            return;
        chart.requestFocus();
        if (event.getClickCount() == 2)
            chart.reset();
        else
            from = inside(shown.area(), event.getX(), event.getY());
    }

    private void drag(MouseEvent event) {
        Painted shown = chart.shown();
        Point2D start = from;
        if (shown == null || start == null)
            return;
        Rectangle2D area = shown.area();
        Point2D to = inside(area, event.getX(), event.getY());
        boolean wide = Math.abs(to.getX() - start.getX()) > THIN;
        boolean tall = Math.abs(to.getY() - start.getY()) > THIN;
        band.setX(wide || !tall ? Math.min(start.getX(), to.getX()) : area.getMinX());
        band.setY(tall ? Math.min(start.getY(), to.getY()) : area.getMinY());
        band.setWidth(wide || !tall ? Math.abs(to.getX() - start.getX()) : area.getWidth());
        band.setHeight(tall ? Math.abs(to.getY() - start.getY()) : area.getHeight());
        band.setVisible(wide || tall);
    }

    private void release() {
        Painted shown = chart.shown();
        from = null;
        if (shown == null || !band.isVisible())
            return;
        band.setVisible(false);
        if (band.getWidth() < shown.area().getWidth())
            chart.stepsProperty().set(range(shown.stepAt(band.getX()), shown.stepAt(band.getX() + band.getWidth())));
        if (band.getHeight() < shown.area().getHeight())
            chart.values(range(shown.valueAt(band.getY() + band.getHeight()), shown.valueAt(band.getY())));
    }

    private static Range range(double low, double high) {
        return new Range(low, Math.max(high, Math.nextUp(low)));
    }

    private static Point2D inside(Rectangle2D area, double x, double y) {
        return new Point2D(Math.clamp(x, area.getMinX(), area.getMaxX()),
                Math.clamp(y, area.getMinY(), area.getMaxY()));
    }

    private void scroll(ScrollEvent event) {
        Painted shown = chart.shown();
        if (shown == null || event.getDeltaY() == 0)
            return;
        zoom(event.getDeltaY() > 0 ? CLOSER : 1 / CLOSER, shown.stepAt(event.getX()));
        event.consume();
    }

    /// @param centre the step that stays where it is
    private void zoom(double factor, double centre) {
        Range now = inSight();
        Range all = chart.allSteps();
        double length = Math.max(FEWEST_STEPS, now.getLength() * factor);
        if (length >= all.getLength()) {
            chart.stepsProperty().set(null);
            return;
        }
        double low = centre - (centre - now.getLowerBound()) * length / now.getLength();
        show(low, length);
    }

    private void move(double share) {
        Range now = inSight();
        if (chart.stepsProperty().get() != null)
            show(now.getLowerBound() + share * now.getLength(), now.getLength());
    }

    private void show(double low, double length) {
        double first = Math.clamp(low, 0, Math.max(0, chart.allSteps().getUpperBound() - length));
        chart.stepsProperty().set(new Range(first, first + length));
    }

    private Range inSight() {
        Range zoomed = chart.stepsProperty().get();
        return zoomed == null ? chart.allSteps() : zoomed;
    }

    private void key(KeyEvent event) {
        boolean used = true;
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(CLOSER, inSight().getCentralValue());
            case MINUS, SUBTRACT -> zoom(1 / CLOSER, inSight().getCentralValue());
            case LEFT -> move(-0.25);
            case RIGHT -> move(0.25);
            case HOME -> chart.reset();
            default -> used = false;
        }
        if (used && !event.isShortcutDown())
            event.consume();
    }
}
