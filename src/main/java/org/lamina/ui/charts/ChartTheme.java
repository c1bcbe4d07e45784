package org.lamina.ui.charts;

import java.awt.Color;
import java.awt.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.lamina.ui.theme.Look;
import org.lamina.ui.theme.Theme;

/// The window's colours and size of text for a chart, which style sheets do not reach.
record ChartTheme(Theme theme, double scale) {

    private static final double TEXT = 12;

    static ChartTheme of(Look look) {
        return new ChartTheme(look.theme(), look.scale());
    }

    Color background() {
        return Color.decode(theme.background());
    }

    Color foreground() {
        return Color.decode(theme.foreground());
    }

    Color muted() {
        return Color.decode(theme.muted());
    }

    Color line() {
        return Color.decode(theme.line());
    }

    Color series(int index, int alpha) {
        return Line.pale(Color.decode(theme.series().get(index)), alpha);
    }

    Font text() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, (int) Math.round(TEXT * scale));
    }

    void apply(JFreeChart chart) {
        chart.setBackgroundPaint(background());
        chart.setPadding(new RectangleInsets(2, 4, 2, 14));
        apply(chart.getLegend());
        apply(chart.getXYPlot());
        apply(chart.getXYPlot().getDomainAxis());
        apply(chart.getXYPlot().getRangeAxis());
        chart.getXYPlot().getRangeAxis().setLabelFont(text().deriveFont(Font.BOLD));
        chart.getXYPlot().getRangeAxis().setLabelPaint(Color.decode(theme.foreground()));
    }

    private void apply(XYPlot plot) {
        plot.setBackgroundPaint(background());
        plot.setOutlinePaint(line());
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(line());
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    private void apply(Axis axis) {
        axis.setLabelFont(text());
        axis.setTickLabelFont(text());
        axis.setLabelPaint(muted());
        axis.setTickLabelPaint(muted());
        axis.setAxisLineVisible(false);
        axis.setTickMarkPaint(muted());
    }

    private void apply(LegendTitle legend) {
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.RIGHT);
        legend.setItemFont(text());
        legend.setItemPaint(muted());
        legend.setBackgroundPaint(background());
        legend.setFrame(BlockBorder.NONE);
        legend.setMargin(RectangleInsets.ZERO_INSETS);
    }
}
