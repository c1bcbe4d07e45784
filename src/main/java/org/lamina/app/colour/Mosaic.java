package org.lamina.app.colour;

import java.util.Arrays;

/// Units side by side in one picture, a transparent pixel between them.
///
/// @param gap pixels between units
public record Mosaic(int count, int unitWidth, int unitHeight, int columns, int gap) {

    /// One unit alone.
    public static Mosaic single(Units units) {
        return new Mosaic(1, units.width(), units.height(), 1, 0);
    }

    /// As many columns as make the picture about as wide as asked.
    ///
    /// @param aspect width of the room over its height
    public static Mosaic fitting(Units units, double aspect) {
        int gap = units.width() * units.height() == 1 ? 0 : 1;
        double cellAspect = (units.width() + gap) / (double) (units.height() + gap);
        int columns = (int) Math.ceil(Math.sqrt(units.count() * aspect / cellAspect) - 1e-9);
        return new Mosaic(units.count(), units.width(), units.height(), Math.clamp(columns, 1, units.count()), gap);
    }

    /// The same places for units of another size.
    public Mosaic of(Units units) {
        return new Mosaic(count, units.width(), units.height(), columns, gap);
    }

    public int rows() {
        return (count + columns - 1) / columns;
    }

    public int width() {
        return columns * (unitWidth + gap) - gap;
    }

    public int height() {
        return rows() * (unitHeight + gap) - gap;
    }

    public int x(int unit) {
        return unit % columns * (unitWidth + gap);
    }

    public int y(int unit) {
        return unit / columns * (unitHeight + gap);
    }

    /// The unit at a pixel; -1 beside all.
    public int unitAt(double x, double y) {
        int column = (int) Math.floor(x / (unitWidth + gap));
        int row = (int) Math.floor(y / (unitHeight + gap));
        int unit = row * columns + column;
        return x < 0 || y < 0 || column >= columns || unit >= count ? -1 : unit;
    }

    /// The colour of a number of a unit, counted row by row.
    @FunctionalInterface
    public interface Paint {
        int argb(int unit, int index);
    }

    /// Draws into pixels of 0xAARRGGBB, [#width] of them a row.
    public void draw(Paint paint, int[] pixels) {
        Arrays.fill(pixels, 0, width() * height(), 0);
        for (int unit = 0; unit < count; unit++)
            for (int row = 0; row < unitHeight; row++) {
                int at = (y(unit) + row) * width() + x(unit);
                for (int index = row * unitWidth; index < (row + 1) * unitWidth; index++)
                    pixels[at++] = paint.argb(unit, index);
            }
    }
}
