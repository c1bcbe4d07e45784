package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lamina.graph.Node;
import org.lamina.study.Picture;
import org.lamina.study.UnitResponse;
import org.lamina.study.UnitResponse.Feeder;

/// Gathers a unit's numbers over validation samples, a few at a time.
final class Responding implements Study {

    private static final int MOST = 256;
    private static final int BINS = 24;

    private final UnitResponse question;
    private final Subject subject;
    private final int count;
    private final Pace pace = new Pace();
    private final List<Float> largest = new ArrayList<>();
    private final List<float[]> numbers = new ArrayList<>();
    private List<Feeder> feeders = List.of();

    Responding(UnitResponse question, Subject subject) throws Unanswerable {
        this.question = question;
        this.subject = subject;
        if (subject.graph().node(question.unit().node()).map(Node::layer).isEmpty())
            throw new Unanswerable("The network that is trained has no such layer: train it again");
        count = Math.min(MOST, subject.split().validation().length);
    }

    @Override
    public Optional<UnitResponse.Found> advance() throws Exception {
        if (largest.isEmpty())
            try (NDManager scope = subject.manager().newSubManager()) {
                feeders = Feeding.of(subject, scope, subject.samples(scope, List.of(question.picture())),
                        question.unit());
            }
        pace.run(count - largest.size(), this::gather);
        return Optional.of(found());
    }

    private void gather(int pictures) throws Unanswerable {
        int from = largest.size();
        try (NDManager scope = subject.manager().newSubManager()) {
            NDArray samples = subject.samples(scope,
                    IntStream.range(from, from + pictures).mapToObj(Picture.Validation::new).toList());
            subject.answer(samples, false, (node, output) -> {
                if (node.equals(question.unit().node())) {
                    NDArray unit = Channels.rows(output).get(":, " + question.unit().index());
                    for (float most : unit.max(new int[]{1}).toFloatArray())
                        largest.add(most);
                    numbers.add(unit.toFloatArray());
                }
                return output;
            });
        }
    }

    private UnitResponse.Found found() {
        float most = Collections.max(largest);
        long excited = largest.stream().filter(value -> most > 0 && value > most / 2).count();
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float[] part : numbers)
            for (float value : part) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        int[] histogram = new int[BINS];
        for (float[] part : numbers)
            for (float value : part)
                histogram[high > low ? Math.min(BINS - 1, (int) ((value - low) / (high - low) * BINS)) : 0]++;
        return new UnitResponse.Found(largest.size(), excited / (double) largest.size(), low, high, histogram, feeders);
    }

    @Override
    public boolean isDone() {
        return largest.size() >= count;
    }

    @Override
    public boolean countsSamples() {
        return true;
    }
}
