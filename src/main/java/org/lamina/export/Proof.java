package org.lamina.export;

import java.util.Arrays;
import org.lamina.tensor.Tensor;

/// How far the answers of an exported file are from the network's own.
///
/// @param largestDifference largest absolute difference of two numbers; infinite or NaN where they cannot be compared
/// @param holds whether the answers count as equal: the difference is at most [#TOLERANCE], times the largest answer
///     where that is above 1, since 32-bit floats carry seven digits
/// @param samples how many samples were answered
public record Proof(double largestDifference, boolean holds, int samples) {
    /// Largest accepted difference between answers of magnitude 1 or less.
    public static final double TOLERANCE = 1e-4;

    /// How many samples an export is proven with.
    public static final int SAMPLES = 16;

    /// @param expected the network's own answers, with a batch axis
    /// @param actual the file's answers to the same samples
    public static Proof compare(Tensor expected, Tensor actual) {
        int samples = expected.sizes()[0];
        if (!Arrays.equals(expected.sizes(), actual.sizes()))
            return new Proof(Double.POSITIVE_INFINITY, false, samples);
        double difference = 0;
        double magnitude = 1;
        for (int i = 0; i < expected.values().length; i++) {
            difference = Math.max(difference, Math.abs((double) expected.values()[i] - actual.values()[i]));
            magnitude = Math.max(magnitude, Math.abs(expected.values()[i]));
        }
        return new Proof(difference, difference <= TOLERANCE * magnitude, samples);
    }

    /// The proof of both.
    public Proof and(Proof other) {
        return new Proof(Math.max(largestDifference, other.largestDifference), holds && other.holds,
                Math.max(samples, other.samples));
    }

    /// For people: `largest difference 1.2e-06 over 16 samples`.
    @Override
    public String toString() {
        return "largest difference " + (largestDifference == 0 ? "0" : "%.1e".formatted(largestDifference)) + " over "
                + samples + (samples == 1 ? " sample" : " samples");
    }
}
