package org.lamina.app;

/// Where a run is.
///
/// @param epoch counted from 1; 0 before the first
/// @param secondsLeft estimate to the end of the run; NaN while unknown
/// @param threads how the processor is used, in words
public record RunProgress(int epoch, int epochs, long step, long steps, double samplesPerSecond, double secondsLeft,
        String threads) {
    public static final RunProgress NONE = new RunProgress(0, 0, 0, 0, Double.NaN, Double.NaN, "");

    /// Part of the run that is done, 0…1.
    public double done() {
        return steps == 0 ? 0 : (double) step / steps;
    }
}
