package org.lamina.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One parameter of a record: what the inspector, the project file and the checks know of it.
///
/// @param name the record component
/// @param type int, double, boolean, String, [org.lamina.tensor.Shape] or an enum
/// @param min least accepted number; NaN for what is no number, likewise the other limits
/// @param soft greatest value a slider offers
/// @param log whether a slider moves in powers of ten
/// @param location what a text names, if it is a path
/// @param initial the default
/// @param was former names
public record Param(String name, Class<?> type, String help, String unit, double min, double max, double soft,
        boolean log, Location.@Nullable Kind location, Object initial, List<String> was) {

    /// For people: `learningRate` becomes `Learning rate`.
    public String title() {
        return Words.title(name);
    }

    public boolean isNumber() {
        return type == int.class || type == double.class;
    }

    /// Why the value is outside the hard range, or null.
    public @Nullable String refusal(Object value) {
        if (!isNumber())
            return null;
        double number = ((Number) value).doubleValue();
        if (number >= min && number <= max)
            return null;
        return title() + " needs " + range() + (unit.isEmpty() ? "" : " " + unit) + ", got " + Words.number(number);
    }

    /// The hard range in words: `1 to 31`, or `at least 0` where no one comes near the limit.
    public String range() {
        return max >= Integer.MAX_VALUE ? "at least " + Words.number(min)
                : Words.number(min) + " to " + Words.number(max);
    }
}
