package org.lamina.app.curve;

import java.util.Arrays;

/// Keeps of each pixel column the first, lowest, highest and last point: what is drawn looks the same.
final class Thinning {

    private final long[] steps;
    private final double[] values;
    private double[] x;
    private double[] y;
    private int kept;

    private Thinning(long[] steps, double[] values, int room) {
        this.steps = steps;
        this.values = values;
        x = new double[room];
        y = new double[room];
    }

    static double[][] of(long[] steps, double[] values, int first, int end, double from, double to, int columns) {
        int wanted = 4 * Math.max(1, columns);
        Thinning thinning = new Thinning(steps, values, Math.min(end - first, wanted + 8));
        if (end - first <= wanted)
            thinning.all(first, end);
        else
            thinning.byColumn(first, end, from, columns / Math.max(1e-9, to - from));
        return new double[][]{Arrays.copyOf(thinning.x, thinning.kept), Arrays.copyOf(thinning.y, thinning.kept)};
    }

    private void all(int first, int end) {
        for (int i = first; i < end; i++)
            keep(i);
    }

    private void byColumn(int first, int end, double from, double columnsPerStep) {
        int start = first;
        while (start < end) {
            double column = Math.floor((steps[start] - from) * columnsPerStep);
            int lowest = start;
            int highest = start;
            int next = start + 1;
            for (; next < end && (steps[next] - from) * columnsPerStep < column + 1; next++) {
                if (values[next] < values[lowest] || Double.isNaN(values[lowest]))
                    lowest = next;
                if (values[next] > values[highest] || Double.isNaN(values[highest]))
                    highest = next;
            }
            inOrder(start, Math.min(lowest, highest), Math.max(lowest, highest), next - 1);
            start = next;
        }
    }

    private void inOrder(int... indices) {
        int before = -1;
        for (int index : indices)
            if (index > before) {
                keep(index);
                before = index;
            }
    }

    private void keep(int index) {
        if (kept == x.length) {
            x = Arrays.copyOf(x, 2 * kept + 4);
            y = Arrays.copyOf(y, 2 * kept + 4);
        }
        x[kept] = steps[index];
        y[kept++] = values[index];
    }
}
