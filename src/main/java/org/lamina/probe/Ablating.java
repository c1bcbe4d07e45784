package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lamina.compile.Tap;
import org.lamina.project.Task;
import org.lamina.study.Ablation;
import org.lamina.study.Picture;

/// Answers validation samples with the whole network and without some units, a few at a time.
final class Ablating implements Study {

    private static final int MOST = 1024;

    private final Ablation question;
    private final Subject subject;
    private final int[] truth;
    private final int[] whole;
    private final int[] without;
    private final Pace pace = new Pace();
    private int done;

    Ablating(Ablation question, Subject subject) throws Unanswerable {
        this.question = question;
        this.subject = subject;
        if (subject.task() != Task.CLASSIFICATION)
            throw new Unanswerable("What units are good for is counted in right answers, which only a network that "
                    + "tells classes apart gives: set the task to classification");
        truth = new int[Math.min(MOST, subject.split().validation().length)];
        whole = new int[truth.length];
        without = new int[truth.length];
    }

    @Override
    public Optional<Ablation.Found> advance() throws Exception {
        done += pace.run(truth.length - done, this::answer);
        return Optional.of(new Ablation.Found(first(truth), first(whole), first(without)));
    }

    private void answer(int count) throws Unanswerable {
        List<Picture.Validation> pictures = IntStream.range(done, done + count).mapToObj(Picture.Validation::new)
                .toList();
        try (NDManager scope = subject.manager().newSubManager()) {
            NDArray samples = subject.samples(scope, pictures);
            classes(subject.answer(samples, false, Tap.NONE), whole);
            classes(subject.answer(samples, false, Channels.without(question.off())), without);
        }
        for (int i = done; i < done + count; i++)
            truth[i] = subject.category(subject.split().validation()[i]);
    }

    private void classes(NDArray answers, int[] to) {
        long[] largest = answers.argMax(1).toLongArray();
        for (int i = 0; i < largest.length; i++)
            to[done + i] = (int) largest[i];
    }

    private int[] first(int[] of) {
        return Arrays.copyOf(of, done);
    }

    @Override
    public boolean isDone() {
        return done >= truth.length;
    }

    @Override
    public boolean countsSamples() {
        return true;
    }
}
