package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.lamina.tensor.Tensor;

/// Multinomial logistic regression on standardised features: mean cross-entropy plus a small penalty on the squared
/// weights. Each step maximises a quadratic bound of the likelihood, so that none makes it worse, and the first one is
/// the least-squares classifier.
///
/// **Source** Böhning, 1992 (Multinomial logistic regression algorithm).
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
    private final NDArray weights;
    private final NDArray bias;
    private final NDArray two;
    private final NDArray penalty;
    private final NDArray count;
    private int steps;
    private boolean converged;

    /// @param rows samples×features, standardised
    /// @param classes of the rows
    LogisticRegression(Subject subject, Tensor rows, int[] truth, int classes) {
        scope = subject.manager().newSubManager();
        samples = subject.array(scope, rows);
        wanted = subject.array(scope, oneHot(truth, classes));
        int features = rows.sizes()[1];
        two = scope.create(2f);
        penalty = scope.create(PENALTY);
        count = scope.create((float) truth.length);
        inverse = samples.transpose(1, 0).matMul(samples).div(count).div(two).add(scope.eye(features).mul(penalty))
                .inverse();
        weights = scope.zeros(new Shape(features, classes));
        bias = scope.zeros(new Shape(classes));
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
            NDArray before = seen(weights, step);
            NDArray errors = rows.matMul(before).add(bias).softmax(1).sub(wanted);
            NDArray gradient = rows.transpose(1, 0).matMul(errors).div(count).add(before.mul(penalty));
            NDArray shift = errors.mean(new int[]{0});
            converged = Math.max(gradient.abs().max().getFloat(), shift.abs().max().getFloat()) < CONVERGED;
            weights.subi(seen(inverse, step).matMul(gradient));
            bias.subi(shift.mul(two));
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
            long[] largest = subject.array(step, rows).matMul(weights).add(bias).argMax(1).toLongArray();
            int[] answers = new int[largest.length];
            for (int i = 0; i < answers.length; i++)
                answers[i] = (int) largest[i];
            return answers;
        }
    }

    @Override
    public void close() {
        scope.close();
    }
}
