package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;
import org.lamina.data.Seeds;
import org.lamina.spec.Noise;

/// Draws the numbers of a noise input.
///
/// @param size numbers per sample
record Drawing(Noise noise, int size, int seed) {

    /// Fresh numbers from the engine's seeded generator.
    NDArray fresh(NDManager step, int samples) {
        Shape shape = new Shape(samples, size);
        return switch (noise) {
            case NORMAL -> step.randomNormal(0, 1, shape, DataType.FLOAT32);
            case UNIFORM -> step.randomUniform(-1, 1, shape, DataType.FLOAT32);
        };
    }

    /// The same numbers every time, so that two looks differ by what training changed alone; the engine's generator is
    /// left as it is.
    NDArray same(NDManager step, int samples) {
        SplittableRandom random = Seeds.random(seed, size);
        float[] numbers = new float[Math.multiplyExact(samples, size)];
        for (int i = 0; i < numbers.length; i++)
            numbers[i] = (float) switch (noise) {
                case NORMAL -> random.nextGaussian();
                case UNIFORM -> random.nextDouble(-1, 1);
            };
        return step.create(numbers, new Shape(samples, size));
    }
}
