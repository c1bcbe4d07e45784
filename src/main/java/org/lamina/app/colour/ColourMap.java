package org.lamina.app.colour;

import java.util.function.DoubleToIntFunction;

/// A colour for every position 0…1, even to the eye: lightness runs in a straight line (sequential) or in two (diverging
/// around the middle), so that equal steps look equal, also without colour vision and in print. Computed in Oklab
/// (Ottosson, 2020, <https://bottosson.github.io/posts/oklab>).
public final class ColourMap {

    private static final int STEPS = 256;

    /// Dark violet over teal to light yellow: for what has no sign.
    public static final ColourMap SEQUENTIAL = new ColourMap(t -> oklch(0.18 + 0.75 * t,
            0.10 + 0.06 * Math.sin(Math.PI * t) + 0.03 * t, 305 - 200 * t));

    /// Blue over white to red: for what has a sign; white is zero.
    public static final ColourMap DIVERGING = new ColourMap(t -> {
        double side = Math.abs(2 * t - 1);
        return oklch(0.97 - 0.55 * side, 0.20 * Math.pow(side, 0.8), t < 0.5 ? 255 : 27);
    });

    /// Blue over grey to orange, all equally light: for lines, on light and dark ground.
    public static final ColourMap LINES = new ColourMap(
            t -> oklch(0.64, 0.17 * Math.sqrt(Math.abs(2 * t - 1)), t < 0.5 ? 255 : 55));

    /// What is not a number.
    public static final int NOT_A_NUMBER = 0xFFD000D0;

    private final int[] table = new int[STEPS];

    private ColourMap(DoubleToIntFunction colour) {
        for (int i = 0; i < STEPS; i++)
            table[i] = colour.applyAsInt(i / (STEPS - 1.0));
    }

    /// The colour as 0xAARRGGBB; positions outside 0…1 get the colour of the nearer end.
    public int at(double position) {
        return Double.isNaN(position) ? NOT_A_NUMBER
                : table[Math.clamp(Math.round(position * (STEPS - 1)), 0, STEPS - 1)];
    }

    static int argb(int red, int green, int blue) {
        return 0xFF000000 | Math.clamp(red, 0, 255) << 16 | Math.clamp(green, 0, 255) << 8 | Math.clamp(blue, 0, 255);
    }

    /// A colour of the given lightness and hue, with as much of the chroma as a screen can show.
    private static int oklch(double lightness, double chroma, double degrees) {
        double hue = Math.toRadians(degrees);
        double shown = chroma;
        double[] rgb = linear(lightness, shown * Math.cos(hue), shown * Math.sin(hue));
        while (!isShowable(rgb) && shown > 0) {
            shown = Math.max(0, shown - 0.002);
            rgb = linear(lightness, shown * Math.cos(hue), shown * Math.sin(hue));
        }
        return argb(encode(rgb[0]), encode(rgb[1]), encode(rgb[2]));
    }

    private static boolean isShowable(double[] rgb) {
        for (double part : rgb)
            if (part < -1e-4 || part > 1 + 1e-4)
                return false;
        return true;
    }

    /// Oklab to linear sRGB.
    private static double[] linear(double lightness, double a, double b) {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[]{4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
                -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
                -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
    }

    private static double cube(double value) {
        return value * value * value;
    }

    /// Linear light to a byte of sRGB.
    private static int encode(double light) {
        double clean = Math.clamp(light, 0, 1);
        double encoded = clean <= 0.0031308 ? 12.92 * clean : 1.055 * Math.pow(clean, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * encoded);
    }
}
