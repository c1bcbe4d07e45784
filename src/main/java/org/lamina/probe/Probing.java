package org.lamina.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.NodeId;
import org.lamina.project.Task;
import org.lamina.spec.Role;
import org.lamina.study.LinearProbes;
import org.lamina.study.LinearProbes.Depth;
import org.lamina.study.Picture;
import org.lamina.tensor.Tensor;

/// Fits a linear classifier to what each layer gives, one layer after the other.
final class Probing implements Study {
    private static final long BIT = 8_000_000;

    private final Subject subject;
    private final int classes;
    private final int training;
    private final int[] truth;
    private final Features features;
    private final List<Depth> depths = new ArrayList<>();
    private @Nullable LogisticRegression fitting;

    Probing(LinearProbes question, Subject subject) throws Unanswerable {
        this.subject = subject;
        if (subject.task() != Task.CLASSIFICATION)
            throw new Unanswerable("A linear probe guesses the class of a sample from what a layer gives, and here "
                    + "samples have no classes: open a network that tells classes apart");
        classes = subject.data().info().target().names().size();
        int[] first = spread(subject.split().train().length, question.training());
        int[] second = spread(subject.split().validation().length, question.validation());
        training = first.length;
        truth = IntStream.concat(Arrays.stream(first).map(i -> subject.split().train()[i]),
                Arrays.stream(second).map(i -> subject.split().validation()[i])).map(subject::category).toArray();
        List<Picture> pictures = Stream.concat(Arrays.stream(first).<Picture>mapToObj(Picture.Training::new),
                Arrays.stream(second).mapToObj(Picture.Validation::new)).toList();
        features = new Features(subject, pictures, this::isAsked, new Reduction(LinearProbes.FEATURES));
    }

    /// Indices spread evenly over so many.
    static int[] spread(int all, int most) {
        int count = Math.min(all, most);
        return IntStream.range(0, count).map(i -> (int) ((long) i * all / count)).toArray();
    }

    private boolean isAsked(NodeId node) {
        return subject.graph().node(node).filter(n -> n.layer().role() != Role.SINK).isPresent();
    }

    @Override
    public Optional<LinearProbes.Found> advance() throws Exception {
        if (!features.isDone()) {
            features.advance();
            return Optional.empty();
        }
        NodeId node = features.nodes().get(depths.size());
        Optional<Depth> known = depths.stream().filter(d -> d.node().equals(features.origin(node))).findFirst();
        if (known.isPresent()) {
            Depth same = known.get();
            return found(new Depth(node, same.numbers(), same.features(), same.fitted(), same.accuracy()));
        }
        LogisticRegression classifier = fitting;
        if (classifier == null) {
            fitting = begin(node);
            return Optional.empty();
        }
        for (long end = System.nanoTime() + BIT; !classifier.isDone() && System.nanoTime() < end;)
            classifier.step();
        return classifier.isDone() ? found(judged(node, classifier)) : Optional.empty();
    }

    private LogisticRegression begin(NodeId node) {
        Tensor rows = features.of(node).rows();
        LogisticRegression.standardise(rows, training);
        return new LogisticRegression(subject, rows.batch(training), Arrays.copyOf(truth, training), classes,
                subject.probes().get(node));
    }

    private Depth judged(NodeId node, LogisticRegression classifier) {
        subject.probes().put(node, classifier.weights(subject));
        Features.Layer layer = features.of(node);
        int[] answers = classifier.answers(subject, layer.rows());
        close();
        return new Depth(node, layer.numbers(), layer.rows().sizes()[1], share(answers, 0, training),
                share(answers, training, truth.length));
    }

    private Optional<LinearProbes.Found> found(Depth next) {
        depths.add(next);
        int[] most = new int[truth.length];
        Arrays.fill(most, mostFrequent());
        return Optional.of(new LinearProbes.Found(depths, share(features.answers(), training, truth.length),
                share(most, training, truth.length), training, truth.length - training));
    }

    private double share(int[] answers, int from, int to) {
        long right = IntStream.range(from, to).filter(i -> answers[i] == truth[i]).count();
        return right / (double) (to - from);
    }

    /// Among the training samples.
    private int mostFrequent() {
        int[] counts = new int[classes];
        IntStream.range(0, training).forEach(i -> counts[truth[i]]++);
        return IntStream.range(0, classes).reduce(0, (best, i) -> counts[i] > counts[best] ? i : best);
    }

    @Override
    public boolean isDone() {
        return features.isDone() && depths.size() == features.nodes().size();
    }

    @Override
    public void close() {
        if (fitting != null)
            fitting.close();
        fitting = null;
    }
}
