package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import org.lamina.tensor.Tensor;

/// The inner products of every two pictures by what a layer gives for them, centred and scaled to length 1: the inner
/// product of two of these is their linear centred kernel alignment, ‖YᵀX‖² / (‖XᵀX‖ ‖YᵀY‖) of centred features X and Y.
/// Summed over a stretch of features at a time.
final class Kernel {
    private static final int STRETCH = 2048;

    private final Subject subject;
    private final Tensor rows;
    private final int count;
    private final int features;
    private final double[] sums;
    private int done;

    /// @param rows pictures×features
    Kernel(Subject subject, Tensor rows) {
        this.subject = subject;
        this.rows = rows;
        count = rows.sizes()[0];
        features = rows.sizes()[1];
        sums = new double[count * count];
    }

    boolean isDone() {
        return done == features;
    }

    /// Adds the inner products over the next features.
    void advance() {
        int width = Math.min(STRETCH, features - done);
        float[] part = centred(width);
        try (NDManager scope = subject.manager().newSubManager()) {
            NDArray centred = subject.array(scope, new Tensor(new int[]{count, width}, part));
            float[] products = centred.matMul(centred.transpose(1, 0)).toFloatArray();
            for (int i = 0; i < sums.length; i++)
                sums[i] += products[i];
        }
        done += width;
    }

    private float[] centred(int width) {
        double[] mean = new double[width];
        float[] part = new float[count * width];
        for (int i = 0; i < count; i++)
            for (int feature = 0; feature < width; feature++)
                mean[feature] += rows.values()[i * features + done + feature] / (double) count;
        for (int i = 0; i < count; i++)
            for (int feature = 0; feature < width; feature++)
                part[i * width + feature] = (float) (rows.values()[i * features + done + feature] - mean[feature]);
        return part;
    }

    /// All NaN where the layer gives the same for all pictures.
    float[] unit() {
        double length = Math.sqrt(Arrays.stream(sums).map(s -> s * s).sum());
        float[] unit = new float[sums.length];
        for (int i = 0; i < unit.length; i++)
            unit[i] = (float) (sums[i] / length);
        return unit;
    }

    static double alignment(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++)
            sum += (double) one[i] * other[i];
        return sum;
    }
}
