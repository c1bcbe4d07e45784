package org.lamina.app.colour;

/// Which number gets which colour: from zero to the largest where all are at least zero, else evenly around zero.
///
/// @param min number at the low end
/// @param max number at the high end
/// @param gamma power of the distance from zero, 0…1 at the end, that chooses the colour; below 1 weak numbers show more
public record Scale(float min, float max, double gamma) {

    public Scale(float min, float max) {
        this(min, max, 1);
    }

    /// The scale that fits numbers; those that are not finite are left out.
    public static Scale of(float[] values, int from, int to) {
        float low = 0;
        float high = 0;
        for (int i = from; i < to; i++) {
            float value = values[i];
            if (value < low && value != Float.NEGATIVE_INFINITY)
                low = value;
            if (value > high && value != Float.POSITIVE_INFINITY)
                high = value;
        }
        return around(low, high);
    }

    public static Scale of(float[] values) {
        return of(values, 0, values.length);
    }

    private static Scale around(float low, float high) {
        float reach = Math.max(-low, high);
        return low < 0 ? new Scale(-reach, reach) : new Scale(0, reach);
    }

    /// One that fits both.
    public Scale and(Scale other) {
        return around(Math.min(min, other.min), Math.max(max, other.max));
    }

    public Scale with(double newGamma) {
        return new Scale(min, max, newGamma);
    }

    public boolean isSigned() {
        return min < 0;
    }

    public ColourMap map() {
        return isSigned() ? ColourMap.DIVERGING : ColourMap.SEQUENTIAL;
    }

    /// Where a number lies between the ends, 0…1.
    public double position(float value) {
        return max > min ? (value - min) / ((double) max - min) : Float.isNaN(value) ? Double.NaN : 0;
    }

    public int colour(float value) {
        return at(position(value));
    }

    /// The colour at a position between the ends, 0…1.
    public int at(double position) {
        if (gamma == 1)
            return map().at(position);
        double side = 2 * position - 1;
        return map().at(isSigned() ? 0.5 + Math.copySign(Math.pow(Math.abs(side), gamma), side) / 2
                : Math.pow(position, gamma));
    }
}
