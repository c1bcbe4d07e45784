package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lamina.compile.Tap;
import org.lamina.project.Task;
import org.lamina.study.Fooling;
import org.lamina.study.Fooling.Attack;
import org.lamina.tensor.Tensor;

/// Changes pictures so that the loss of their classes rises.
final class Attacks {

    private Attacks() {}

    static Fooling.Found on(Fooling question, Subject subject) throws Unanswerable {
        check(subject);
        try (NDManager scope = subject.manager().newSubManager()) {
            NDArray samples = subject.samples(scope, List.of(question.picture()));
            Tensor picture = subject.read(samples);
            Tensor fooled = fool(subject, picture, new int[]{question.truth()}, question.attack(), question.epsilon());
            return new Fooling.Found(subject.readOne(samples), one(fooled), answer(subject, scope, picture),
                    answer(subject, scope, fooled));
        }
    }

    /// @throws Unanswerable where there is no class to leave or no picture to change
    static void check(Subject subject) throws Unanswerable {
        if (subject.task() != Task.CLASSIFICATION)
            throw new Unanswerable("Fooling needs a network that answers with a class; this one has another task.");
        if (!subject.data().info().input().isImage())
            throw new Unanswerable("Fooling changes the pixels of pictures, from 0 to 1; this network takes "
                    + subject.data().info().input().describe() + ".");
    }

    /// @param pictures a batch, channels first
    /// @param truth class of each
    static Tensor fool(Subject subject, Tensor pictures, int[] truth, Attack attack, float epsilon) {
        float[] original = pictures.values();
        float[] changed = original.clone();
        for (int step = 0; step < attack.steps() && epsilon > 0; step++) {
            float[] gradient = gradient(subject, new Tensor(pictures.sizes(), changed), truth);
            for (int i = 0; i < changed.length; i++) {
                float moved = changed[i] + attack.stride() * epsilon * Math.signum(gradient[i]);
                float near = Math.clamp(moved, original[i] - epsilon, original[i] + epsilon);
                changed[i] = Math.clamp(near, 0f, 1f);
            }
        }
        return new Tensor(pictures.sizes(), changed);
    }

    /// Of the softmax cross-entropy, summed over the batch.
    private static float[] gradient(Subject subject, Tensor pictures, int[] truth) {
        try (NDManager scope = subject.manager().newSubManager()) {
            NDArray batch = subject.array(scope, pictures);
            NDArray classes = scope.create(Arrays.stream(truth).asLongStream().toArray()).reshape(-1, 1);
            return subject.gradients(List.of(batch), () -> subject.answer(batch, false, Tap.NONE).logSoftmax(-1)
                    .gather(classes, 1).sum().neg()).getFirst().toFloatArray();
        }
    }

    private static Tensor answer(Subject subject, NDManager scope, Tensor picture) {
        return subject.readOne(subject.shown(subject.answer(subject.array(scope, picture), false, Tap.NONE)));
    }

    private static Tensor one(Tensor batch) {
        return new Tensor(IntStream.of(batch.sizes()).skip(1).toArray(), batch.values());
    }
}
