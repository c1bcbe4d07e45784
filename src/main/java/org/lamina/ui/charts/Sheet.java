package org.lamina.ui.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;

/// All that a picture of curves is made of, so that any thread can draw it.
///
/// @param steps in sight
/// @param values in sight; null for all
/// @param marked step of the moment that is looked at; null for none
record Sheet(Measure measure, ChartTheme theme, List<Line> lines, List<Epochs> epochs, Range steps,
        @Nullable Range values, @Nullable Long marked, boolean logarithmic) {

    private static final BasicStroke MARK = new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1f,
            new float[]{2f, 4f}, 0f);

    private static final BasicStroke NOW = new BasicStroke(1.5f);

    JFreeChart chart() {
        Lines dataset = new Lines(lines);
        XYPlot plot = new XYPlot(dataset, stepAxis(), valueAxis(), new LineRenderer(dataset));
        JFreeChart chart = new JFreeChart(null, null, plot, true);
        theme.apply(chart);
        epochs.forEach(e -> plot.addDomainMarker(mark(e), Layer.BACKGROUND));
        if (marked != null)
            mark(plot, marked);
        return chart;
    }

    /// What came after the moment is seen as through a veil; the axes stay as they are.
    private void mark(XYPlot plot, double moment) {
        if (moment < steps.getUpperBound())
            plot.addDomainMarker(new IntervalMarker(moment, steps.getUpperBound(), theme.background()),
                    Layer.FOREGROUND);
        plot.addDomainMarker(new ValueMarker(moment, theme.foreground(), NOW), Layer.FOREGROUND);
    }

    private NumberAxis stepAxis() {
        NumberAxis axis = new NumberAxis(epochs.isEmpty() ? "Step" : "Step (dotted: end of an epoch)");
        axis.setNumberFormatOverride(NumberFormat.getIntegerInstance(Locale.ROOT));
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        axis.setRange(steps);
        return axis;
    }

    private ValueAxis valueAxis() {
        ValueAxis axis = logarithmic ? logAxis() : linearAxis();
        if (values != null)
            axis.setRange(values);
        return axis;
    }

    private NumberAxis linearAxis() {
        NumberAxis axis = new NumberAxis(measure.title());
        axis.setNumberFormatOverride(measure.format());
        axis.setAutoRangeIncludesZero(false);
        return axis;
    }

    private LogAxis logAxis() {
        LogAxis axis = new LogAxis(measure.title());
        axis.setSmallestValue(1e-12);
        axis.setNumberFormatOverride(measure.format());
        return axis;
    }

    private ValueMarker mark(Epochs epoch) {
        ValueMarker mark = new ValueMarker(epoch.step(), theme.line(), MARK);
        mark.setLabel(String.valueOf(epoch.number()));
        mark.setLabelFont(theme.text());
        mark.setLabelPaint(theme.muted());
        mark.setLabelBackgroundColor(new Color(0, true));
        mark.setLabelAnchor(RectangleAnchor.TOP_LEFT);
        mark.setLabelTextAnchor(TextAnchor.TOP_RIGHT);
        return mark;
    }
}
