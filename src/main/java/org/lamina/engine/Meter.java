package org.lamina.engine;

/// How fast a run goes: samples by time, pauses left out. Times in nanoseconds.
final class Meter {
    private static final double SECOND = 1e9;
    /// Time over which the present speed is averaged.
    private static final double WINDOW = 2 * SECOND;

    private double training;
    private double other;
    private long samples;
    private long steps;
    private double recentTime;
    private double recentSamples;

    void trained(int count, long nanos) {
        training += nanos;
        samples += count;
        steps++;
        double kept = Math.max(0, 1 - nanos / WINDOW);
        recentTime = recentTime * kept + nanos;
        recentSamples = recentSamples * kept + count;
    }

    /// Time for something else than training, such as validation.
    void spent(long nanos) {
        other += nanos;
    }

    double seconds() {
        return (training + other) / SECOND;
    }

    /// Over the whole run, training only.
    double samplesPerSecond() {
        return training == 0 ? 0 : samples / training * SECOND;
    }

    /// Lately.
    double samplesPerSecondNow() {
        return recentTime == 0 ? 0 : recentSamples / recentTime * SECOND;
    }

    /// Time for some more steps, with what comes between them; NaN before the first.
    double secondsFor(long more) {
        return steps == 0 ? Double.NaN : seconds() / steps * more;
    }
}
