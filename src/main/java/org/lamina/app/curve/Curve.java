package org.lamina.app.curve;

import java.util.Arrays;

/// Values over steps, in rising order of the step. Grows at its end.
public final class Curve {

    private long[] steps = new long[64];
    private double[] values = new double[64];
    private int size;
    private final Smoothing smoothing = new Smoothing();

    public void add(long step, double value) {
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        steps[size] = step;
        values[size++] = value;
    }

    public int size() {
        return size;
    }

    public long step(int index) {
        return steps[index];
    }

    public double value(int index) {
        return values[index];
    }

    /// The step of the newest value; 0 where there is none.
    public long lastStep() {
        return size == 0 ? 0 : steps[size - 1];
    }

    /// The smoothed value at an index.
    ///
    /// @param weight share of the past, 0 (raw) to below 1
    public double smoothed(int index, double weight) {
        return weight == 0 ? values[index] : smoothing.upTo(size, values, weight)[index];
    }

    /// The index whose step is nearest; -1 where the curve is empty.
    public int nearest(double step) {
        int after = firstAt(step);
        if (after == 0)
            return size == 0 ? -1 : 0;
        return after == size || step - steps[after - 1] <= steps[after] - step ? after - 1 : after;
    }

    /// The first index at or after a step; the size where there is none.
    public int firstAt(double step) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps[middle] < step)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// What can be drawn of the steps from … to on so many pixel columns: never more than four points a column, and
    /// always the extremes. One point beyond either edge is kept, so that lines run out of the picture.
    ///
    /// @param weight share of the past in the smoothing, 0 for raw
    /// @return steps and values, as JFreeChart takes them
    public double[][] thinned(double from, double to, int columns, double weight) {
        double[] line = weight == 0 ? values : smoothing.upTo(size, values, weight);
        int first = Math.max(0, firstAt(from) - 1);
        int end = Math.min(size, firstAt(Math.nextUp(to)) + 1);
        return Thinning.of(steps, line, first, Math.max(first, end), from, to, columns);
    }
}
