package org.lamina.engine;

/// Sums over samples, of which the means are [Metrics].
///
/// @param right right answers; NaN for regression
record Sums(long samples, double loss, double right) {
    static final Sums NONE = new Sums(0, 0, 0);

    Sums plus(Sums other) {
        return new Sums(samples + other.samples, loss + other.loss, right + other.right);
    }

    /// NaN where there were no samples.
    Metrics means() {
        return samples == 0
                ? new Metrics(Double.NaN, Double.NaN)
                : new Metrics(loss / samples, right / samples);
    }
}
