package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lamina.tensor.Tensor;

/// Multinomial logistic regression on standardised features: mean cross-entropy plus a small penalty on the squared
/// weights. Each step minimises a quadratic bound of that, so that the first one gives the least-squares classifier, and
/// goes on with momentum that is dropped where it leads uphill.
///
/// **Source** Böhning, 1992 (Multinomial logistic regression algorithm); O'Donoghue and Candès, 2015 (Adaptive restart for
/// accelerated gradient schemes).
final class LogisticRegression implements AutoCloseable {
    /// λ in mean cross-entropy + λ/2 · Σ weight².
    static final float PENALTY = 0.01f;
    private static final float CONVERGED = 1e-3f;
    private static final int MOST_STEPS = 100;
    private static final float CONSTANT = 1e-6f;

    private final NDManager scope;
    private final NDArray samples;
    private final NDArray wanted;
    private final NDArray inverse;
    private final NDArray penalties;
    private final NDArray count;
    /// Features and 1 × classes: where the next step begins, and where the last one led.
    private final NDArray ahead;
    private final NDArray weights;
    private int steps;
    private int unbroken;
    private boolean converged;

    /// @param rows samples×features, standardised
    /// @param truth class of each row
    /// @param start [#weights] of before; null for zeros, and not used where it is of other features
    LogisticRegression(Subject subject, Tensor rows, int[] truth, int classes, @Nullable Tensor start) {
        scope = subject.manager().newSubManager();
        samples = withOne(subject.array(scope, rows));
        wanted = subject.array(scope, oneHot(truth, classes));
        int features = rows.sizes()[1];
        count = scope.create((float) truth.length);
        penalties = subject.array(scope, penalties(features));
        inverse = samples.transpose(1, 0).matMul(samples).div(count.add(count))
                .add(scope.eye(features + 1).mul(penalties)).inverse();
        int[] sizes = {features + 1, classes};
        Tensor first = start != null && Arrays.equals(start.sizes(), sizes) ? start
                : new Tensor(sizes, new float[sizes[0] * sizes[1]]);
        ahead = subject.array(scope, first);
        weights = subject.array(scope, first);
    }

    private static NDArray withOne(NDArray rows) {
        return rows.concat(rows.getManager().ones(new Shape(rows.getShape().get(0), 1)), 1);
    }

    /// A column: one for each feature, none for the constant.
    private static Tensor penalties(int features) {
        float[] values = new float[features + 1];
        Arrays.fill(values, 0, features, PENALTY);
        return new Tensor(new int[]{features + 1, 1}, values);
    }

    private static Tensor oneHot(int[] truth, int classes) {
        float[] values = new float[truth.length * classes];
        for (int i = 0; i < truth.length; i++)
            values[i * classes + truth[i]] = 1;
        return new Tensor(new int[]{truth.length, classes}, values);
    }

    /// Centres and scales every feature to standard deviation 1 over the first rows; one that is constant there becomes 0.
    static void standardise(Tensor rows, int fitted) {
        float[] values = rows.values();
        int features = rows.sizes()[1];
        for (int feature = 0; feature < features; feature++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < fitted; i++) {
                double value = values[i * features + feature];
                sum += value;
                squares += value * value;
            }
            double mean = sum / fitted;
            double deviation = Math.sqrt(Math.max(0, squares / fitted - mean * mean));
            double scale = deviation > CONSTANT * (1 + Math.abs(mean)) ? 1 / deviation : 0;
            for (int i = feature; i < values.length; i += features)
                values[i] = (float) ((values[i] - mean) * scale);
        }
    }

    void step() {
        try (NDManager step = scope.newSubManager()) {
            NDArray rows = seen(samples, step);
            NDArray from = seen(ahead, step);
            NDArray errors = rows.matMul(from).softmax(1).sub(wanted);
            NDArray gradient = rows.transpose(1, 0).matMul(errors).div(count).add(from.mul(penalties));
            converged = gradient.abs().max().getFloat() < CONVERGED;
            NDArray next = from.sub(seen(inverse, step).matMul(gradient));
            NDArray move = next.sub(weights);
            unbroken = gradient.mul(move).sum().getFloat() > 0 ? 0 : unbroken + 1;
            NDArray momentum = step.create(unbroken / (unbroken + 3f));
            weights.addi(move);
            ahead.addi(next.add(move.mul(momentum)).sub(from));
        }
        steps++;
    }

    /// The same numbers, so that what is computed from them goes with another manager.
    private static NDArray seen(NDArray array, NDManager manager) {
        NDArray view = array.reshape(array.getShape());
        view.attach(manager);
        return view;
    }

    boolean isDone() {
        return converged || steps >= MOST_STEPS;
    }

    /// The classes it names for rows.
    int[] answers(Subject subject, Tensor rows) {
        try (NDManager step = scope.newSubManager()) {
            long[] largest = withOne(subject.array(step, rows)).matMul(weights).argMax(1).toLongArray();
            int[] answers = new int[largest.length];
            for (int i = 0; i < answers.length; i++)
                answers[i] = (int) largest[i];
            return answers;
        }
    }

    /// Features and at last the constant × classes, as fitted so far.
    Tensor weights(Subject subject) {
        return subject.read(weights);
    }

    @Override
    public void close() {
        scope.close();
    }
}
