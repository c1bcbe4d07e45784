package org.lamina.data.read;

import java.util.List;
import java.util.stream.IntStream;

/// A column of numbers in time at mean 0 and standard deviation 1, its gaps filled with the value before.
record Gapless(String name, double mean, double deviation, float[] values) {

    /// @param known how many of the first rows mean and deviation are taken from
    /// @param warnings where gaps are told
    static Gapless of(Column column, int known, List<String> warnings) {
        double[] numbers = filled(column);
        if (column.gaps() > 0)
            warnings.add("%,d gaps in the column '%s' were filled with the value before.".formatted(column.gaps(),
                    column.name()));
        double mean = IntStream.range(0, known).mapToDouble(i -> numbers[i]).average().orElse(0);
        double variance = IntStream.range(0, known).mapToDouble(i -> (numbers[i] - mean) * (numbers[i] - mean))
                .average().orElse(0);
        double deviation = variance > 0 ? Math.sqrt(variance) : 1;
        float[] values = new float[numbers.length];
        for (int i = 0; i < values.length; i++)
            values[i] = (float) ((numbers[i] - mean) / deviation);
        return new Gapless(column.name(), mean, deviation, values);
    }

    /// A gap at the beginning takes the first value there is.
    private static double[] filled(Column column) {
        double[] numbers = column.cells().stream()
                .mapToDouble(c -> Column.isGap(c) ? Double.NaN : Column.number(c)).toArray();
        double last = IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).filter(x -> !Double.isNaN(x))
                .findFirst().orElse(0);
        for (int i = 0; i < numbers.length; i++) {
            last = Double.isNaN(numbers[i]) ? last : numbers[i];
            numbers[i] = last;
        }
        return numbers;
    }
}
