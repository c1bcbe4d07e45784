package org.lamina.ui.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.lamina.app.curve.Curve;
import org.lamina.app.curve.RunCurves;
import org.lamina.ui.theme.Theme;

/// One measure of the runs over their steps. Drag or turn the wheel to zoom, hover to read values.
final class CurveChart extends StackPane {

    private static final int MOST_MARKS = 40;
    private static final BasicStroke MARK = new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1f,
            new float[]{2f, 4f}, 0f);

    private final Measure measure;
    private final ObservableValue<Theme> theme;
    private final Lines lines = new Lines();
    private final NumberAxis steps = new NumberAxis("Step");
    private final XYPlot plot = new XYPlot(lines, steps, new NumberAxis(), new LineRenderer(lines));
    private final JFreeChart chart;
    private final ChartViewer viewer;
    private final DoubleProperty smoothing = new SimpleDoubleProperty(0.9);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private final BooleanProperty following = new SimpleBooleanProperty();
    private List<RunCurves> runs = List.of();
    private boolean changed = true;

    CurveChart(Measure measure, ObservableValue<Theme> theme) {
        this.measure = measure;
        this.theme = theme;
        setId("chart-" + measure.name().toLowerCase(Locale.ROOT));
        chart = new JFreeChart(measure.title(), null, plot, true);
        chart.setElementHinting(false);
        steps.setNumberFormatOverride(NumberFormat.getIntegerInstance(Locale.ROOT));
        steps.setLowerMargin(0.01);
        steps.setUpperMargin(0.03);
        steps.setAutoRangeIncludesZero(true);
        useAxis(false);
        viewer = new ChartViewer(chart);
        viewer.getCanvas().setTooltipEnabled(false);
        viewer.setOnContextMenuRequested(null);
        getChildren().addAll(viewer, new Readout(this));
        setMinSize(120, 90);
        theme.subscribe(_ -> style());
        smoothing.subscribe(_ -> changed = true);
        logarithmic.subscribe(this::useAxis);
        steps.addChangeListener(_ -> changed = true);
        widthProperty().subscribe(_ -> changed = true);
    }

    DoubleProperty smoothingProperty() {
        return smoothing;
    }

    BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /// Whether a zoomed chart moves along with the newest step.
    BooleanProperty followingProperty() {
        return following;
    }

    Measure measure() {
        return measure;
    }

    ChartViewer viewer() {
        return viewer;
    }

    XYPlot plot() {
        return plot;
    }

    List<RunCurves> runs() {
        return runs;
    }

    boolean isZoomed() {
        return !steps.isAutoRange();
    }

    /// The area of the curves, in this node's pixels; null before the first drawing.
    Rectangle2D area() {
        return viewer.getCanvas().getRenderingInfo().getPlotInfo().getDataArea();
    }

    /// Shows everything again.
    void reset() {
        steps.setAutoRange(true);
        plot.getRangeAxis().setAutoRange(true);
        changed = true;
    }

    /// Draws the runs if anything about the picture has changed.
    ///
    /// @param grown whether the runs have new points
    void draw(List<RunCurves> shown, boolean grown) {
        if (!grown && !changed)
            return;
        runs = List.copyOf(shown);
        chart.setNotify(false);
        if (isZoomed() && following.get() && grown)
            follow();
        double from = isZoomed() ? steps.getLowerBound() : 0;
        double to = isZoomed() ? steps.getUpperBound() : Math.max(1, lastStep());
        int columns = (int) Math.max(50, getWidth());
        lines.show(new Drawing(measure, theme.getValue(), from, to, columns, smoothing.get(), logarithmic.get())
                .of(runs));
        markEpochs();
        changed = false;
        chart.setNotify(true);
    }

    private void follow() {
        double last = lastStep();
        double length = Math.min(steps.getRange().getLength(), last);
        steps.setRange(last - length, last);
    }

    BufferedImage picture(int width, int height) {
        return chart.createBufferedImage(width, height);
    }

    private long lastStep() {
        long last = 1;
        for (RunCurves run : runs)
            for (Curve curve : List.of(measure.train(run), measure.validation(run)))
                if (curve.size() > 0)
                    last = Math.max(last, curve.step(curve.size() - 1));
        return last;
    }

    private void markEpochs() {
        plot.clearDomainMarkers();
        if (runs.isEmpty())
            return;
        Curve epochs = runs.getLast().epochs();
        int every = Math.max(1, (int) Math.ceil(epochs.size() / (double) MOST_MARKS));
        Color line = Color.decode(theme.getValue().line());
        for (int i = 0; i < epochs.size(); i++)
            if ((i + 1) % every == 0)
                plot.addDomainMarker(mark(epochs.step(i), Math.round(epochs.value(i)), line), Layer.BACKGROUND);
    }

    private ValueMarker mark(long step, long epoch, Color line) {
        ValueMarker mark = new ValueMarker(step, line, MARK);
        mark.setLabel(String.valueOf(epoch));
        mark.setLabelPaint(Color.decode(theme.getValue().muted()));
        mark.setLabelBackgroundColor(new Color(0, true));
        mark.setLabelAnchor(RectangleAnchor.TOP_LEFT);
        mark.setLabelTextAnchor(TextAnchor.TOP_RIGHT);
        return mark;
    }

    private void useAxis(boolean log) {
        plot.setRangeAxis(log ? logAxis() : linearAxis());
        style();
    }

    private ValueAxis linearAxis() {
        NumberAxis axis = new NumberAxis();
        axis.setNumberFormatOverride(measure.format());
        axis.setAutoRangeIncludesZero(false);
        return axis;
    }

    private ValueAxis logAxis() {
        LogAxis axis = new LogAxis();
        axis.setSmallestValue(1e-12);
        axis.setNumberFormatOverride(measure.format());
        return axis;
    }

    private void style() {
        ChartTheme.apply(chart, theme.getValue());
        changed = true;
    }
}
