package org.lamina.ui.inspector;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.lamina.spec.Param;

/// Maps a slider's way 0…1 to the values of a number parameter, evenly or in powers of ten, and back.
record Scale(double min, double max, boolean log, boolean whole, double hardMin, double hardMax) {

    static Scale of(Param param) {
        double low = param.log() && param.min() <= 0 ? param.soft() * 1e-6 : param.min();
        return new Scale(low, param.soft(), param.log(), param.type() == int.class, param.min(), param.max());
    }

    /// A value with about two significant digits, as a hand on a slider means it.
    Object value(double at) {
        double exact = log ? min * Math.pow(max / min, at) : min + at * (max - min);
        if (whole)
            return (int) Math.rint(exact);
        double grain = log ? Math.pow(10, Math.floor(Math.log10(exact)) - 1)
                : Math.pow(10, Math.floor(Math.log10((max - min) / 99)));
        return rounded(Math.clamp(exact, min, max), grain);
    }

    double at(double value) {
        double inside = Math.clamp(value, min, max);
        return log ? Math.log(inside / min) / Math.log(max / min) : (inside - min) / (max - min);
    }

    /// The next value up or down from a text; empty where the text is no number.
    Optional<Object> step(String text, boolean up) {
        try {
            double value = Double.parseDouble(text.strip().replace(',', '.'));
            double next = log ? value * (up ? 2 : 0.5) : value + (up ? 1 : -1) * (whole ? 1 : grain());
            double clamped = Math.clamp(next, hardMin, hardMax);
            return Optional.of(whole ? (Object) (int) Math.rint(clamped)
                    : (Object) rounded(clamped, log ? clamped * 1e-3 : grain()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private double grain() {
        return Math.pow(10, Math.floor(Math.log10((max - min) / 20)));
    }

    /// The nearest multiple of a power of ten that prints short.
    private static double rounded(double value, double grain) {
        int digits = (int) Math.max(0, Math.ceil(-Math.log10(grain)));
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }
}
