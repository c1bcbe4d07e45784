package org.lamina.app;

import java.util.Locale;
import org.lamina.spec.Words;

/// Values and quantities as people read them.
public final class Values {

    private static final String[] THOUSANDS = {"", " k", " M", " G", " T"};

    private Values() {}

    /// A parameter's value: enums by their title, numbers without needless digits.
    public static String text(Object value) {
        return switch (value) {
            case Enum<?> constant -> Words.title(constant.name());
            case Double number -> Words.number(number);
            case Boolean on -> on ? "on" : "off";
            default -> value.toString();
        };
    }

    /// A count in at most four digits: `1234`, `61.7 k`, `2.3 M`.
    public static String count(long number) {
        double scaled = number;
        int step = 0;
        while (Math.abs(scaled) >= (step == 0 ? 10_000 : 1000)) {
            scaled /= 1000;
            step++;
        }
        return step == 0 ? String.valueOf(number) : oneDigit(scaled) + THOUSANDS[step];
    }

    /// Memory in binary units: `1.5 MiB`.
    public static String bytes(long number) {
        if (number < 1024)
            return number + " B";
        double scaled = number / 1024.0;
        String[] units = {" KiB", " MiB", " GiB", " TiB"};
        int unit = 0;
        for (; scaled >= 1024 && unit < units.length - 1; unit++)
            scaled /= 1024;
        return oneDigit(scaled) + units[unit];
    }

    /// A measured number in three digits: `0.412`, `−1.2e+03`.
    public static String figure(double number) {
        return number == 0 ? "0" : "%.3g".formatted(number).replace("-", "−");
    }

    private static String oneDigit(double number) {
        String text = String.format(Locale.ROOT, number < 100 ? "%.1f" : "%.0f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
