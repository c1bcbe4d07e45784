package org.lamina.data.read;

import java.util.List;
import java.util.stream.IntStream;

/// Columns of text turned into numbers that a network can take.
final class Features {

    /// Numbers at mean 0 and standard deviation 1.
    record Scaled(double mean, double deviation, float[] values) {}

    private Features() {}

    /// Shifts and scales; a gap becomes the mean, and a column of one value zeros.
    static Scaled scaled(Column column) {
        double[] numbers = column.cells().stream().mapToDouble(Column::number).toArray();
        double[] known = IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).filter(Double::isFinite)
                .toArray();
        double mean = IntStream.range(0, known.length).mapToDouble(i -> known[i] / known.length).sum();
        double deviation = Math.sqrt(IntStream.range(0, known.length)
                .mapToDouble(i -> (known[i] - mean) * (known[i] - mean) / known.length).sum());
        boolean usable = Double.isFinite(deviation) && deviation > 0;
        float[] values = new float[numbers.length];
        for (int i = 0; i < values.length; i++)
            values[i] = usable && Double.isFinite(numbers[i]) ? (float) ((numbers[i] - mean) / deviation) : 0;
        return new Scaled(mean, deviation, values);
    }

    /// One list of zeros and ones per text; a gap counts as the most frequent text.
    static List<float[]> oneHot(Column column) {
        String mode = column.mode();
        return column.texts().stream().map(text -> {
            float[] values = new float[column.cells().size()];
            for (int i = 0; i < values.length; i++) {
                String cell = column.cells().get(i);
                values[i] = text.equals(Column.isGap(cell) ? mode : cell) ? 1 : 0;
            }
            return values;
        }).toList();
    }
}
