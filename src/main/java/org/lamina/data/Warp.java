package org.lamina.data;

/// A picture moved, turned about its middle, scaled and mirrored at once. Between pixels it is interpolated (bilinear);
/// beyond its edge the edge's pixels go on.
///
/// @param right shift in pixels
/// @param down shift in pixels
/// @param turn angle in radians, clockwise
/// @param scale how many times as large
/// @param mirrored left to right, before all else
record Warp(double right, double down, double turn, double scale, boolean mirrored) {

    /// @param from height×width×channels
    /// @param to the same, begins at `at`
    void apply(float[] from, int height, int width, int channels, float[] to, int at) {
        double middleX = (width - 1) / 2.0;
        double middleY = (height - 1) / 2.0;
        double cos = Math.cos(turn) / scale;
        double sin = Math.sin(turn) / scale;
        for (int i = 0; i < height * width; i++) {
            double x = i % width - middleX - right;
            double y = Math.floorDiv(i, width) - middleY - down;
            double fromX = cos * x + sin * y;
            sample(from, height, width, channels, middleX + (mirrored ? -fromX : fromX), middleY + cos * y - sin * x,
                    to,
                    at + i * channels);
        }
    }

    private static void sample(float[] from, int height, int width, int channels, double x, double y, float[] to,
            int at) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float partX = (float) (x - left);
        float partY = (float) (y - top);
        int rowAbove = Math.clamp(top, 0, height - 1) * width;
        int rowBelow = Math.clamp(top + 1L, 0, height - 1) * width;
        int columnLeft = Math.clamp(left, 0, width - 1);
        int columnRight = Math.clamp(left + 1L, 0, width - 1);
        for (int c = 0; c < channels; c++) {
            float above = mix(from[(rowAbove + columnLeft) * channels + c],
                    from[(rowAbove + columnRight) * channels + c], partX);
            float below = mix(from[(rowBelow + columnLeft) * channels + c],
                    from[(rowBelow + columnRight) * channels + c], partX);
            to[at + c] = mix(above, below, partY);
        }
    }

    private static float mix(float one, float other, float part) {
        return one + part * (other - one);
    }
}
