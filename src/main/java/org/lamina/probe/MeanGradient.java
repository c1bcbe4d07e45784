package org.lamina.probe;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.lamina.compile.Tap;
import org.lamina.study.Finding;

/// The mean of an answer's gradient over many variants of a picture, a few variants at a time.
final class MeanGradient implements Study {

    /// Makes the variants, in their order.
    @FunctionalInterface
    interface Variants {
        void put(int variant, float[] to, int at);
    }

    private final Answer answer;
    private final int[] sizes;
    private final int count;
    private final Variants variants;
    private final Function<float[], Finding> found;
    private final Pace pace = new Pace();
    private final double[] sum;
    private int done;

    /// @param sizes of a variant
    /// @param found makes the finding of the mean
    MeanGradient(Answer answer, int[] sizes, int count, Variants variants, Function<float[], Finding> found) {
        this.answer = answer;
        this.sizes = sizes;
        this.count = count;
        this.variants = variants;
        this.found = found;
        sum = new double[Arrays.stream(sizes).reduce(1, Math::multiplyExact)];
    }

    @Override
    public Optional<? extends Finding> advance() throws Exception {
        done += pace.run(count - done, this::add);
        return isDone() ? Optional.of(found.apply(mean())) : Optional.empty();
    }

    @Override
    public boolean isDone() {
        return done == count;
    }

    private void add(int pictures) {
        float[] batch = new float[pictures * sum.length];
        for (int i = 0; i < pictures; i++)
            variants.put(done + i, batch, i * sum.length);
        try (NDManager scope = answer.scope()) {
            float[] gradient = answer.gradient(answer.batch(scope, sizes, batch), Tap.NONE).toFloatArray();
            for (int i = 0; i < gradient.length; i++)
                sum[i % sum.length] += gradient[i];
        }
    }

    private float[] mean() {
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++)
            mean[i] = (float) (sum[i] / count);
        return mean;
    }
}
