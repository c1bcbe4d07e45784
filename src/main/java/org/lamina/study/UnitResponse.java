package org.lamina.study;

import java.util.List;

/// What excites a unit over many validation samples, and which units feed it on one picture.
public record UnitResponse(Unit unit, Picture picture) implements Question {

    /// @param pictures that were looked at
    /// @param excited share of them whose largest response is above half of the largest of all, 0…1
    /// @param low left end of the histogram
    /// @param high right end of the histogram
    /// @param histogram of the unit's numbers over all pictures, in bins of equal width
    /// @param feeders the strongest first
    public record Found(int pictures, double excited, float low, float high, int[] histogram,
            List<Feeder> feeders) implements Finding {}

    /// A unit before, and what it adds to the number where the other responds most: weight × activation, summed.
    public record Feeder(Unit unit, float part) {}
}
