package org.lamina.tensor;

import java.util.Arrays;

/// Numbers with their sizes, in row-major order: what weights, pictures and activations are outside the engine.
public record Tensor(int[] sizes, float[] values) {

    public Tensor {
        long elements = Arrays.stream(sizes).asLongStream().reduce(1, Math::multiplyExact);
        if (elements != values.length)
            throw new IllegalArgumentException(
                    "sizes " + Arrays.toString(sizes) + " need " + elements + " numbers, got " + values.length);
    }

    /// The first samples of a batch.
    public Tensor batch(int samples) {
        int[] fewer = sizes.clone();
        fewer[0] = samples;
        return new Tensor(fewer, Arrays.copyOf(values, values.length / sizes[0] * samples));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that && Arrays.equals(sizes, that.sizes) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(sizes) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(sizes);
    }
}
