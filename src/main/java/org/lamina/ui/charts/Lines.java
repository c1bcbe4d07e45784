package org.lamina.ui.charts;

import java.util.List;
import org.jfree.data.xy.AbstractXYDataset;

/// The lines of one drawing, as JFreeChart asks for them.
final class Lines extends AbstractXYDataset {
    private static final long serialVersionUID = 1;

    private final transient List<Line> shown;

    Lines(List<Line> lines) {
        shown = lines;
    }

    Line line(int series) {
        return shown.get(series);
    }

    @Override
    public int getSeriesCount() {
        return shown.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return shown.get(series).legend().isEmpty() ? "line " + series : shown.get(series).legend();
    }

    @Override
    public int getItemCount(int series) {
        return shown.get(series).points()[0].length;
    }

    @Override
    public Number getX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public Number getY(int series, int item) {
        return getYValue(series, item);
    }

    @Override
    public double getXValue(int series, int item) {
        return shown.get(series).points()[0][item];
    }

    @Override
    public double getYValue(int series, int item) {
        return shown.get(series).points()[1][item];
    }
}
