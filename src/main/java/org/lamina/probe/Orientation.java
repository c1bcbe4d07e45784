package org.lamina.probe;

/// How much a pattern has one direction, by its energy at gratings of all directions: one minus the circular variance.
///
/// **Source** Ringach et al., 2002; Mazurek et al., 2014 (global orientation selectivity index).
///
/// @param selectivity 0 where all directions are alike, 1 where there is one alone
/// @param degrees of the lines that it prefers, 0 ≤ degrees < 180: 0 lies, 90 stands
record Orientation(double selectivity, double degrees) {

    private static final int DIRECTIONS = 36;
    private static final int FREQUENCIES = 8;

    /// @param planes patterns whose energies add up, each row by row
    static Orientation of(float[][] planes, int height, int width) {
        double along = 0;
        double across = 0;
        double all = 0;
        for (int i = 0; i < DIRECTIONS; i++) {
            double angle = Math.PI * i / DIRECTIONS;
            double energy = energy(planes, height, width, angle);
            along += energy * Math.cos(2 * angle);
            across += energy * Math.sin(2 * angle);
            all += energy;
        }
        double wave = Math.toDegrees(Math.atan2(across, along) / 2);
        return new Orientation(all == 0 ? 0 : Math.hypot(along, across) / all, (90 - wave + 360) % 180);
    }

    /// The most at any frequency from one wave in the pattern to half a wave in a pixel.
    private static double energy(float[][] planes, int height, int width, double angle) {
        double least = 1.0 / Math.max(height, width);
        double most = 0;
        for (int i = 0; i < FREQUENCIES; i++) {
            double frequency = least + (0.5 - least) * i / (FREQUENCIES - 1);
            double power = 0;
            for (float[] plane : planes)
                power += power(plane, width, 2 * Math.PI * frequency * Math.cos(angle),
                        2 * Math.PI * frequency * Math.sin(angle));
            most = Math.max(most, power);
        }
        return most;
    }

    private static double power(float[] plane, int width, double x, double y) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < plane.length; i++) {
            int row = i / width;
            double phase = x * (i % width) + y * row;
            real += plane[i] * Math.cos(phase);
            imaginary += plane[i] * Math.sin(phase);
        }
        return real * real + imaginary * imaginary;
    }
}
