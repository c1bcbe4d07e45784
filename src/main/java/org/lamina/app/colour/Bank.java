package org.lamina.app.colour;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/// Units and their colours: each number of one plane in the colour of a scale, or three planes as red, green and blue.
///
/// @param planes one, or three of equal size
/// @param scales of each unit
public record Bank(List<Units> planes, IntFunction<Scale> scales) {

    public static Bank of(Units units, Colouring colouring) {
        return new Bank(List.of(units), colouring.of(units));
    }

    public int count() {
        return planes.getFirst().count();
    }

    /// Their numbers: of colours the mean.
    public Units units() {
        Units first = planes.getFirst();
        if (planes.size() == 1)
            return first;
        float[] means = new float[first.values().length];
        for (Units plane : planes)
            for (int i = 0; i < means.length; i++)
                means[i] += plane.values()[i] / planes.size();
        return new Units(first.count(), first.width(), first.height(), means);
    }

    /// Of a unit, or of the nearest where there is no such unit.
    public Scale scale(int unit) {
        return scales.apply(Math.clamp(unit, 0, count() - 1));
    }

    /// Only the first units, in the same colours.
    public Bank first(int most) {
        return new Bank(planes.stream().map(plane -> plane.first(most)).toList(), scales);
    }

    /// The same units with fewer numbers, in the same colours.
    ///
    /// @param by numbers along the side of a square that become their mean
    public Bank coarser(int by) {
        return by == 1 ? this : new Bank(planes.stream().map(plane -> plane.coarser(by)).toList(), scales);
    }

    public Mosaic.Paint paint() {
        Scale[] of = new Scale[count()];
        Arrays.setAll(of, scales);
        Units plane = planes.getFirst();
        if (planes.size() == 1)
            return (unit, index) -> of[unit].colour(plane.values()[plane.start(unit) + index]);
        return (unit, index) -> {
            int at = plane.start(unit) + index;
            return ColourMap.argb(level(0, at, of[unit]), level(1, at, of[unit]), level(2, at, of[unit]));
        };
    }

    private int level(int plane, int at, Scale scale) {
        return (int) Math.round(255 * scale.position(planes.get(plane).values()[at]));
    }
}
