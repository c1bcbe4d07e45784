package org.lamina.ui.depth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lamina.app.Answers;
import org.lamina.app.Samples;
import org.lamina.spec.Words;
import org.lamina.study.LayerOutputs;

/// What samples are, and how the network read them.
final class SampleWords {

    /// Classes that are counted by name.
    private static final int NAMED = 4;

    private final Samples samples;
    private Map<Integer, Integer> answers = Map.of();

    SampleWords(Samples samples) {
        this.samples = samples;
    }

    /// Takes the answers that came with what a layer gave.
    void answered(LayerOutputs.Found outputs) {
        Map<Integer, Integer> now = new HashMap<>();
        for (int i = 0; i < outputs.samples().length; i++)
            now.put(outputs.samples()[i], outputs.answers()[i]);
        answers = now;
    }

    boolean hasClasses() {
        return samples.known().answers() == Answers.CLASSES;
    }

    /// The class of a sample; -1 where there are none.
    int category(int sample) {
        return hasClasses() && sample < samples.known().count() ? Math.round(samples.known().truth().get(sample)) : -1;
    }

    /// Whether it was read rightly, as far as that can be told.
    boolean isRight(int sample) {
        Integer answer = answers.get(sample);
        return category(sample) < 0 || answer == null || answer == category(sample);
    }

    /// `3, read as 8`.
    String of(int sample) {
        if (sample >= samples.known().count())
            return "";
        String truth = samples.known().truthOf(sample);
        Integer answer = answers.get(sample);
        if (category(sample) < 0 || answer == null)
            return truth;
        return isRight(sample) ? "%s, read rightly".formatted(truth)
                : "%s, read as %s".formatted(truth, samples.known().label(answer));
    }

    /// `12 samples: 11 × 3, 1 × 8`.
    ///
    /// @param listed how many of them are in sight at most
    String of(List<Integer> chosen, int listed) {
        String count = Words.count(chosen.size(), "sample");
        String first = chosen.size() > listed ? ", the first %d listed".formatted(listed) : "";
        if (!hasClasses())
            return count + first;
        Map<Integer, Long> counts = chosen.stream()
                .collect(Collectors.groupingBy(this::category, TreeMap::new, Collectors.counting()));
        String most = counts.entrySet().stream().sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
                .limit(NAMED).map(e -> "%d × %s".formatted(e.getValue(), samples.known().label(e.getKey())))
                .collect(Collectors.joining(", "));
        return "%s%s: %s%s".formatted(count, first, most, counts.size() > NAMED ? ", …" : "");
    }
}
