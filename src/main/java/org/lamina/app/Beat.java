package org.lamina.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.Graph;
import org.lamina.graph.NodeId;
import org.lamina.spec.Words;
import org.lamina.study.TrainingStep;
import org.lamina.study.TrainingStep.Change;
import org.lamina.study.TrainingStep.Passage;
import org.lamina.tensor.Tensor;

/// One of the small beats that a training step is shown in.
///
/// @param node that it is about, in the network without blocks; null of the loss
public record Beat(Phase phase, @Nullable NodeId node) {

    /// The four beats of a training step.
    public enum Phase {
        FORWARD("Forward"),
        LOSS("Loss"),
        BACKWARD("Backward"),
        UPDATE("Update");

        private final String title;

        Phase(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /// All of a step: each node forwards, the loss, each node that a gradient comes to backwards, each that learns.
    public static List<Beat> of(TrainingStep step) {
        List<Beat> beats = new ArrayList<>();
        step.nodes().forEach(passage -> beats.add(new Beat(Phase.FORWARD, passage.node())));
        beats.add(new Beat(Phase.LOSS, null));
        step.nodes().reversed().stream().filter(passage -> passage.gradient() != null)
                .forEach(passage -> beats.add(new Beat(Phase.BACKWARD, passage.node())));
        step.changes().stream().map(Change::node).distinct().forEach(node -> beats.add(new Beat(Phase.UPDATE, node)));
        return beats;
    }

    /// What came past the node of the beat.
    public Optional<Passage> passage(TrainingStep step) {
        return step.nodes().stream().filter(passage -> passage.node().equals(node)).findFirst();
    }

    /// What moves past all nodes in the beat's phase, forwards or backwards.
    public List<Tensor> moved(TrainingStep step) {
        return switch (phase) {
            case FORWARD -> step.nodes().stream().map(Passage::output).toList();
            case BACKWARD -> step.nodes().stream().flatMap(p -> Stream.ofNullable(p.gradient())).toList();
            case LOSS, UPDATE -> List.of();
        };
    }

    /// What became of its parameters.
    public List<Change> changes(TrainingStep step) {
        return step.changes().stream().filter(change -> change.node().equals(node)).toList();
    }

    /// A few signs for the node itself, of the loss for the output: `y: RMS 0.31`.
    public String mark(TrainingStep step) {
        return switch (phase) {
            case FORWARD -> passage(step).map(p -> Double.isNaN(p.rms()) ? "" : "y: RMS " + Values.figure(p.rms()))
                    .orElse("");
            case LOSS -> "L: " + Values.figure(step.loss());
            case BACKWARD -> passage(step).map(p -> "∂L/∂y: " + Values.figure(p.norm())).orElse("");
            case UPDATE -> "Δw: " + Values.figure(update(step));
        };
    }

    private double update(TrainingStep step) {
        return Math.sqrt(changes(step).stream().mapToDouble(c -> c.update() * c.update()).sum());
    }

    /// What happens, in plain words and numbers.
    ///
    /// @param graph without blocks
    public String words(TrainingStep step, Graph graph) {
        return switch (phase) {
            case FORWARD -> forward(passage(step).orElseThrow(), label(graph, node), fed(graph));
            case LOSS -> loss(step);
            case BACKWARD -> backward(step, label(graph, node));
            case UPDATE -> update(step, label(graph, node));
        };
    }

    private static String label(Graph graph, @Nullable NodeId id) {
        return id == null ? "" : graph.node(id).map(org.lamina.graph.Node::label).orElse(id.value());
    }

    private String fed(Graph graph) {
        NodeId id = Objects.requireNonNull(node);
        return String.join(" and ", graph.sources(id).stream().flatMap(Optional::stream).map(s -> label(graph, s))
                .toList());
    }

    private static String forward(Passage passage, String label, String fed) {
        String rms = Double.isNaN(passage.rms()) ? "" : "; over the batch, RMS " + Values.figure(passage.rms());
        return fed.isEmpty() ? "Forward: the batch comes in by %s%s.".formatted(label, rms)
                : "Forward: %s takes what %s gives, and gives its own%s.".formatted(label, fed, rms);
    }

    private static String loss(TrainingStep step) {
        return "%s, %s on average over %s.".formatted(switch (step.side()) {
            case ALL -> "Loss: how wrong the answers are";
            case DISCRIMINATOR -> "Loss of the discriminator: how badly real and generated samples are told apart";
            case GENERATOR -> "Loss of the generator: how seldom its samples are taken for real";
        }, Values.figure(step.loss()), Words.count(step.size(), "sample"));
    }

    private String backward(TrainingStep step, String label) {
        Passage passage = passage(step).orElseThrow();
        StringBuilder words = new StringBuilder("Backward: at what %s gives, the loss's gradient has norm %s a sample."
                .formatted(label, Values.figure(passage.norm())));
        for (Change change : changes(step))
            words.append(" Gradient of its %s: norm %s.".formatted(change.parameter(),
                    Values.figure(change.gradient())));
        return words.toString();
    }

    private String update(TrainingStep step, String label) {
        StringBuilder words = new StringBuilder("Update of %s at learning rate %s.".formatted(label,
                Values.figure(step.learningRate())));
        for (Change c : changes(step))
            words.append("\n%s: the step has norm %s; norm %s → %s. Most changed number %,d: %s → %s".formatted(
                    c.parameter(), Values.figure(c.update()), Values.figure(c.before()), Values.figure(c.after()),
                    c.most() + 1, exact(c.from()), exact(c.to())));
        return words.toString();
    }

    /// Enough digits to see a small change.
    private static String exact(float number) {
        return "%.6g".formatted(number).replace("-", "−");
    }
}
