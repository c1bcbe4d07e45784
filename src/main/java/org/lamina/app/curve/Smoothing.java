package org.lamina.app.curve;

import java.util.Arrays;

/// Exponential moving average without the bias to its start at zero (Kingma and Ba, 2015, section 3): s ← w·s + (1 − w)·x,
/// shown as s / (1 − wᵗ). Remembers what it has computed, so that a growing curve costs only its new points. Values that
/// are not finite are passed on and left out of the average.
final class Smoothing {

    private double weight = Double.NaN;
    private double[] shown = new double[64];
    private int done;
    private double sum;
    private double rest = 1;

    double[] upTo(int size, double[] values, double askedWeight) {
        if (askedWeight != weight)
            restart(askedWeight);
        if (shown.length < size)
            shown = Arrays.copyOf(shown, values.length);
        for (; done < size; done++)
            shown[done] = next(values[done]);
        return shown;
    }

    private void restart(double newWeight) {
        weight = newWeight;
        done = 0;
        sum = 0;
        rest = 1;
    }

    private double next(double value) {
        if (!Double.isFinite(value))
            return value;
        sum = weight * sum + (1 - weight) * value;
        rest *= weight;
        return sum / (1 - rest);
    }
}
