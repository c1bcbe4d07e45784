package org.lamina.ui.charts;

import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/// Draws each line as it says itself.
final class LineRenderer extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1;
    private static final Shape DOT = new Ellipse2D.Double(-2.5, -2.5, 5, 5);

    private final transient Lines lines;

    LineRenderer(Lines lines) {
        super(true, false);
        this.lines = lines;
        setDrawSeriesLineAsPath(true);
    }

    @Override
    public Paint getItemPaint(int series, int item) {
        return lines.line(series).colour();
    }

    @Override
    public Stroke getItemStroke(int series, int item) {
        return lines.line(series).stroke();
    }

    @Override
    public boolean getItemShapeVisible(int series, int item) {
        return lines.line(series).dots();
    }

    @Override
    public Shape getItemShape(int series, int item) {
        return DOT;
    }

    @Override
    public boolean isSeriesVisibleInLegend(int series) {
        return !lines.line(series).legend().isEmpty();
    }

    @Override
    public Paint lookupSeriesPaint(int series) {
        return lines.line(series).colour();
    }

    @Override
    public Stroke lookupSeriesStroke(int series) {
        return lines.line(series).stroke();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
