package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.List;
import org.lamina.compile.Tap;
import org.lamina.study.Saliency;

/// What the gradient with respect to a picture tells.
final class Gradients {

    private Gradients() {}

    static Saliency.Found saliency(Saliency question, Subject subject) throws Unanswerable {
        try (NDManager scope = subject.manager().newSubManager()) {
            NDArray picture = subject.samples(scope, List.of(question.picture()));
            NDArray gradient = subject.gradients(List.of(picture),
                    () -> answer(subject.answer(picture, false, Tap.NONE), question.answer())).getFirst();
            return new Saliency.Found(subject.readOne(gradient));
        }
    }

    /// One of the numbers that the network answers, summed over the batch.
    static NDArray answer(NDArray answers, int index) {
        return answers.get(new NDIndex(":, {}", index)).sum();
    }
}
