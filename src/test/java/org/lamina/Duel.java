package org.lamina;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/// Two ways to do the same work, measured in turn in short windows, so that both meet the same machine. The ratio is the
/// median over pairs of neighbouring windows: where the machine grows slower, both of a pair do.
///
/// @param ours samples per second, median
/// @param theirs likewise
/// @param ratio ours by theirs
/// @param low a quarter of the pairs had a smaller ratio
/// @param high a quarter of the pairs had a larger one
public record Duel(double ours, double theirs, double ratio, double low, double high) {

    /// A first round, in which both warm up, is not counted.
    ///
    /// @param ours gives samples per second over one window
    /// @param theirs likewise
    public static Duel of(int rounds, DoubleSupplier ours, DoubleSupplier theirs) {
        double[] first = new double[rounds];
        double[] second = new double[rounds];
        double[] ratios = new double[rounds];
        for (int i = -1; i < rounds; i++) {
            double mine = ours.getAsDouble();
            double other = theirs.getAsDouble();
            int at = Math.max(0, i);
            first[at] = mine;
            second[at] = other;
            ratios[at] = mine / other;
        }
        return new Duel(quantile(first, 0.5), quantile(second, 0.5), quantile(ratios, 0.5), quantile(ratios, 0.25),
                quantile(ratios, 0.75));
    }

    /// Samples per second of steps over a window; one step before it is not counted, as it finds the other's data in the
    /// processor's caches.
    public static double rate(int batch, double seconds, Runnable step) {
        step.run();
        long begin = System.nanoTime();
        long steps = 0;
        double passed;
        do {
            step.run();
            steps++;
            passed = (System.nanoTime() - begin) / 1e9;
        } while (passed < seconds);
        return batch * steps / passed;
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
