package org.lamina.data;

import java.util.List;
import java.util.stream.IntStream;

/// An opened data set in memory. Immutable and safe to read from several threads.
public interface DataSet {

    DataInfo info();

    /// Samples that the format itself sets aside for testing come last; how many they are. 0 where the format
    /// names none.
    default int heldOut() {
        return 0;
    }

    /// Copies one sample. Images lie in the order height, width, channels (channels last), everything else as its shape
    /// says. Values are scaled for training: pixels to 0…1, numeric columns to zero mean and unit variance.
    void input(int sample, float[] to, int at);

    /// Copies one sample's target: the class's index, or the values.
    void target(int sample, float[] to, int at);

    /// The class of every sample; asked only where the target is a class.
    default int[] classes() {
        float[] target = new float[1];
        return IntStream.range(0, info().samples()).map(i -> {
            target(i, target, 0);
            return (int) target[0];
        }).toArray();
    }

    /// How [#input] makes its numbers from the raw data, in words, for whoever runs an exported network: the scale of
    /// pixels, or mean and deviation of each column.
    default String preparation() {
        return info().input().isImage() ? "Pixels from 0 (black) to 1 (white): bytes divided by 255"
                : "Numbers as they are";
    }

    /// What was skipped or repaired while reading, in words for people.
    default List<String> warnings() {
        return List.of();
    }
}
