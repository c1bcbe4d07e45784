package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lamina.compile.Tap;
import org.lamina.study.Finding;
import org.lamina.study.Picture;
import org.lamina.study.Robustness;
import org.lamina.tensor.Tensor;

/// Measures accuracy under attack, one epsilon after the other, some pictures a bit.
final class Robust implements Study {

    private final Robustness question;
    private final Subject subject;
    private final int[] validation;
    private final Pace pace = new Pace();
    private final List<Double> accuracy = new ArrayList<>();
    private int done;
    private int right;

    Robust(Robustness question, Subject subject) throws Unanswerable {
        Attacks.check(subject);
        this.question = question;
        this.subject = subject;
        validation = IntStream.of(subject.split().validation()).limit(question.pictures()).toArray();
    }

    @Override
    public Optional<? extends Finding> advance() throws Exception {
        done += pace.run(validation.length - done, this::measure);
        if (done < validation.length)
            return Optional.empty();
        accuracy.add((double) right / done);
        done = 0;
        right = 0;
        return Optional.of(new Robustness.Found(List.copyOf(accuracy), validation.length));
    }

    @Override
    public boolean isDone() {
        return accuracy.size() == Robustness.EPSILONS.size();
    }

    private void measure(int pictures) throws Unanswerable {
        int[] truth = IntStream.range(done, done + pictures).map(i -> subject.category(validation[i])).toArray();
        float epsilon = Robustness.EPSILONS.get(accuracy.size());
        try (NDManager scope = subject.manager().newSubManager()) {
            Tensor plain = subject.read(subject.samples(scope,
                    IntStream.range(done, done + pictures).mapToObj(Picture.Validation::new).toList()));
            Tensor fooled = Attacks.fool(subject, plain, truth, question.attack(), epsilon);
            NDArray answers = subject.answer(subject.array(scope, fooled), false, Tap.NONE);
            long[] answered = answers.argMax(1).toLongArray();
            for (int i = 0; i < pictures; i++)
                right += answered[i] == truth[i] ? 1 : 0;
        }
    }
}
