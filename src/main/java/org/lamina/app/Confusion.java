package org.lamina.app;

import java.util.List;
import java.util.stream.IntStream;

/// How validation samples were answered: counts by true class, then by answered class.
public final class Confusion {

    private final int[] samples;
    private final int[] truth;
    private final int[] answers;
    private final int[][] counts;

    Confusion(int classes, int[] samples, int[] truth, int[] answers) {
        this.samples = samples;
        this.truth = truth;
        this.answers = answers;
        counts = new int[classes][classes];
        for (int i = 0; i < samples.length; i++)
            counts[truth[i]][answers[i]]++;
    }

    /// Of samples in a row.
    public static Confusion of(int classes, int[] truth, int[] answers) {
        return new Confusion(classes, IntStream.range(0, truth.length).toArray(), truth, answers);
    }

    public int classes() {
        return counts.length;
    }

    /// Samples of a class that were answered with a class.
    public int count(int trueClass, int answeredClass) {
        return counts[trueClass][answeredClass];
    }

    /// Samples of a class.
    public int count(int trueClass) {
        return IntStream.of(counts[trueClass]).sum();
    }

    public int total() {
        return samples.length;
    }

    public int right() {
        return IntStream.range(0, counts.length).map(i -> counts[i][i]).sum();
    }

    /// The samples of a cell.
    public List<Integer> samples(int trueClass, int answeredClass) {
        return IntStream.range(0, samples.length).filter(i -> truth[i] == trueClass && answers[i] == answeredClass)
                .mapToObj(i -> samples[i]).toList();
    }
}
