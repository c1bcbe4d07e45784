package org.lamina.spec;

import java.util.Locale;

/// Words for people made from names and numbers of the code.
public final class Words {

    private Words() {}

    /// `learningRate` and `LEARNING_RATE` become `Learning rate`.
    public static String title(String name) {
        String spaced = name.equals(name.toUpperCase(Locale.ROOT))
                ? name.replace('_', ' ')
                : name.replaceAll("([a-z0-9])([A-Z])", "$1 $2");
        String lower = spaced.toLowerCase(Locale.ROOT);
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }

    /// Whole numbers without a point, others as short as they can be written.
    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
