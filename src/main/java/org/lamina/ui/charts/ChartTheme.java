package org.lamina.ui.charts;

import java.awt.Color;
import java.awt.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.lamina.ui.theme.Theme;

/// Gives a chart the window's colours, which style sheets cannot.
final class ChartTheme {

    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private ChartTheme() {}

    static void apply(JFreeChart chart, Theme theme) {
        Color background = Color.decode(theme.background());
        Color text = Color.decode(theme.muted());
        chart.setBackgroundPaint(background);
        chart.setPadding(new RectangleInsets(6, 6, 6, 14));
        TextTitle title = chart.getTitle();
        title.setFont(TEXT.deriveFont(Font.BOLD, 13));
        title.setPaint(Color.decode(theme.foreground()));
        LegendTitle legend = chart.getLegend();
        legend.setItemFont(TEXT);
        legend.setItemPaint(text);
        legend.setBackgroundPaint(background);
        plot(chart.getXYPlot(), background, Color.decode(theme.line()));
        axis(chart.getXYPlot().getDomainAxis(), text);
        axis(chart.getXYPlot().getRangeAxis(), text);
    }

    private static void plot(XYPlot plot, Color background, Color line) {
        plot.setBackgroundPaint(background);
        plot.setOutlinePaint(line);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(line);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    static void axis(Axis axis, Color text) {
        axis.setLabelFont(TEXT);
        axis.setTickLabelFont(TEXT);
        axis.setLabelPaint(text);
        axis.setTickLabelPaint(text);
        axis.setAxisLineVisible(false);
        axis.setTickMarkPaint(text);
    }
}
