package org.lamina.graph;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamina.spec.Cost;
import org.lamina.spec.Inferred;
import org.lamina.tensor.Shape;

/// What is known of a graph without the engine: shapes, costs and problems. Immutable.
public final class Inference {

    private final Graph graph;
    private final @Nullable Expected expected;
    private final Map<NodeId, Inferred> answers;
    private final Map<NodeId, Cost> costs;
    private final List<Problem> problems;

    Inference(Graph graph, @Nullable Expected expected, Map<NodeId, Inferred> answers, Map<NodeId, Cost> costs,
            List<Problem> problems) {
        this.graph = graph;
        this.expected = expected;
        this.answers = answers;
        this.costs = costs;
        this.problems = problems;
    }

    /// @param expected null while the data set is not known yet; its problems are left out then
    public static Inference of(Graph graph, @Nullable Expected expected) {
        return Infer.all(graph, expected);
    }

    /// The inference of a changed graph; only what is downstream of the change is inferred again.
    public Inference next(Graph changed, @Nullable Expected nowExpected) {
        if (changed == graph && Objects.equals(expected, nowExpected))
            return this;
        return Infer.changed(this, changed, nowExpected);
    }

    public Graph graph() {
        return graph;
    }

    public @Nullable Expected expected() {
        return expected;
    }

    public Inferred at(NodeId node) {
        return answers.getOrDefault(node, Inferred.WAITING);
    }

    public Optional<Shape> shape(NodeId node) {
        return at(node) instanceof Inferred.Known(Shape shape) ? Optional.of(shape) : Optional.empty();
    }

    /// Shapes that arrive at a node by port; empty unless all are known.
    public Optional<List<Shape>> arriving(NodeId node) {
        List<Optional<Shape>> shapes = graph.sources(node).stream().map(s -> s.flatMap(this::shape)).toList();
        return shapes.stream().allMatch(Optional::isPresent)
                ? Optional.of(shapes.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    public Cost cost(NodeId node) {
        return costs.getOrDefault(node, Cost.NONE);
    }

    public Cost total() {
        return costs.values().stream().reduce(Cost.NONE, Cost::plus);
    }

    /// All problems, errors first, in the order of the graph.
    public List<Problem> problems() {
        return problems;
    }

    public List<Problem> problems(NodeId node) {
        return problems.stream().filter(p -> node.equals(p.node())).toList();
    }

    /// Whether the network can be compiled and trained.
    public boolean isReady() {
        return problems.stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR);
    }

    /// What would become of a wire: the shape that the target would give, or why it cannot be. Waiting where it is not
    /// known yet.
    public Inferred preview(Wire wire) {
        return Infer.preview(this, wire);
    }
}
