package org.lamina.ui.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/// A chart as pixels, and where on them which value lies.
///
/// @param area of the curves, in units of the window
record Painted(BufferedImage image, Rectangle2D area, XYPlot plot) {

    /// @param density pixels for one unit of the window
    static Painted of(Sheet sheet, int width, int height, double density) {
        BufferedImage image = new BufferedImage((int) Math.ceil(width * density), (int) Math.ceil(height * density),
                BufferedImage.TYPE_INT_ARGB_PRE);
        JFreeChart chart = sheet.chart();
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        Graphics2D pen = image.createGraphics();
        pen.scale(density, density);
        chart.draw(pen, new Rectangle2D.Double(0, 0, width, height), info);
        pen.dispose();
        return new Painted(image, info.getPlotInfo().getDataArea(), chart.getXYPlot());
    }

    int[] pixels() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    double stepAt(double x) {
        return plot.getDomainAxis().java2DToValue(x, area, RectangleEdge.BOTTOM);
    }

    double valueAt(double y) {
        return plot.getRangeAxis().java2DToValue(y, area, RectangleEdge.LEFT);
    }
}
