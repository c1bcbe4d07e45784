package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.concurrent.Executor;
import org.lamina.data.Batch;
import org.lamina.data.Batches;

/// Measures a network on samples, one batch at a time, without training it.
final class Pass implements AutoCloseable {
    private static final int BATCH = 256;

    private final Network network;
    private final Objective objective;
    private final Feed feed;
    private final boolean classes;
    private final int[] truth;
    private final int[] answered;
    private Sums sums = Sums.NONE;

    /// In batches as large as they are fast.
    Pass(Model model, int[] samples, Rooms rooms, Executor assembling) {
        this(model, samples, BATCH, rooms, assembling);
    }

    /// @param batch samples that one [#advance] takes at most
    Pass(Model model, int[] samples, int batch, Rooms rooms, Executor assembling) {
        network = model.network();
        objective = model.objective();
        classes = model.hasClasses();
        feed = new Feed(Batches.inOrder(model.data(), samples, model.atOnce(batch)), rooms, assembling);
        truth = new int[samples.length];
        answered = new int[samples.length];
    }

    boolean isDone() {
        return !feed.hasNext();
    }

    void advance() {
        Batch batch = feed.next();
        try (NDManager step = network.manager().newSubManager()) {
            NDArray samples = network.samples(step, batch.inputs(), batch.size());
            NDArray targets = objective.targets(samples, batch.targets());
            NDArray answers = network.answer(samples, false, objective.tap());
            double loss = objective.loss(answers, targets).getFloat();
            float[] numbers = answers.toFloatArray();
            float[] values = Model.floats(batch.targets());
            remember(numbers, values, batch.size());
            sums = sums.plus(new Sums(batch.size(), loss * batch.size(),
                    objective.right(numbers, values, batch.size())));
        }
    }

    private void remember(float[] numbers, float[] values, int samples) {
        if (!classes)
            return;
        int width = numbers.length / samples;
        int at = done();
        for (int i = 0; i < samples; i++) {
            truth[at + i] = (int) values[i];
            answered[at + i] = Objective.largest(numbers, i * width, width);
        }
    }

    /// Samples that were measured.
    int done() {
        return Math.toIntExact(sums.samples());
    }

    Sums sums() {
        return sums;
    }

    /// True class of each sample, for classification.
    int[] truth() {
        return truth;
    }

    /// Answered class of each sample, for classification.
    int[] answered() {
        return answered;
    }

    @Override
    public void close() {
        feed.close();
    }
}
