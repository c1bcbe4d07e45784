package org.lamina.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.Problem.Severity;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Inferred;
import org.lamina.spec.Params;
import org.lamina.spec.Remedy;
import org.lamina.spec.Role;
import org.lamina.tensor.Shape;

/// Finds what is wrong with an inferred graph, all at once, and how it can be put right.
final class Problems {

    private final Graph graph;
    private final Map<NodeId, NodeId> first;
    private final @Nullable Expected expected;
    private final Map<NodeId, Inferred> answers;
    private final List<Problem> found = new ArrayList<>();

    private Problems(Expansion.Result expansion, @Nullable Expected expected, Map<NodeId, Inferred> answers) {
        graph = expansion.graph();
        first = expansion.first();
        this.expected = expected;
        this.answers = answers;
    }

    static List<Problem> of(Expansion.Result expansion, @Nullable Expected expected, Map<NodeId, Inferred> answers) {
        Problems problems = new Problems(expansion, expected, answers);
        problems.network();
        problems.contest();
        problems.deadEnds();
        problems.graph.order().forEach(problems::node);
        problems.found.removeIf(problems::isTold);
        problems.found.sort(Comparator.comparing(Problem::severity));
        return List.copyOf(problems.found);
    }

    /// Whether the first repetition of a block has the same problem.
    private boolean isTold(Problem problem) {
        NodeId node = problem.node();
        NodeId before = node == null ? null : first.get(node);
        return before != null && found.stream()
                .anyMatch(p -> before.equals(p.node()) && p.message().equals(problem.message()));
    }

    private void network() {
        if (graph.with(Role.SOURCE).isEmpty())
            found.add(new Problem(null, null, Severity.ERROR,
                    "The network needs an Input: drag one from the palette, it brings the samples in", List.of()));
        if (graph.with(Role.SINK).isEmpty())
            found.add(new Problem(null, null, Severity.ERROR,
                    "The network needs an Output: drag one from the palette and wire the last layer to it", List.of()));
    }

    /// Whether there are two sides to be trained against each other exactly where the task asks for them.
    private void contest() {
        if (expected == null)
            return;
        List<NodeId> meetings = Contest.meetings(graph);
        if (expected.goal() != Goal.VERDICT)
            meetings.forEach(id -> error(id, "is for the adversarial task, got another: set the task of the training "
                    + "plan to adversarial"));
        else if (meetings.isEmpty())
            found.add(new Problem(null, null, Severity.ERROR, "The adversarial task needs a Real or generated layer: "
                    + "wire the generator to its first input, the Input to its second and the discriminator behind it",
                    List.of()));
        else
            Contest.of(graph).flatMap(c -> c.refusal(graph)).ifPresent(m -> error(meetings.getFirst(), m));
        meetings.stream().skip(1).forEach(id -> error(id, "is one too many: a network has one place where real and "
                + "generated samples meet"));
    }

    private void error(NodeId node, String message) {
        found.add(new Problem(node, null, Severity.ERROR, message, List.of()));
    }

    private void node(Node node) {
        missingInput(node);
        if (answers.get(node.id()) instanceof Inferred.Refused refused)
            found.add(new Problem(node.id(), refused.parameter(), Severity.ERROR, refused.message(),
                    refused.remedies().stream().flatMap(r -> fix(node, r).stream()).toList()));
        if (expected != null && answers.get(node.id()) instanceof Inferred.Known(Shape shape))
            found.addAll(new AgainstData(graph, expected).problems(node, shape));
    }

    private void missingInput(Node node) {
        int min = node.layer().ports().min();
        List<Wire> wires = graph.incoming(node.id());
        if (node.layer() instanceof Gate gate && wires.isEmpty())
            found.add(new Problem(gate.blamed(), null, Severity.ERROR, gate.missing(), List.of()));
        else if (wires.size() < min)
            error(node, null, min == 1
                    ? "needs an input: draw a wire to it"
                    : "needs %s%d inputs, got %d: draw a wire to each free port".formatted(
                            min == node.layer().ports().max() ? "" : "at least ", min, wires.size()));
        else if (wires.stream().anyMatch(wire -> wire.port() >= wires.size()))
            error(node, null,
                    "needs its inputs without a gap, input %d is free: draw a wire to it or move the later ones up"
                            .formatted(graph.sources(node.id()).indexOf(Optional.<NodeId>empty()) + 1),
                    new Fix("Move inputs up", closeGaps(wires)));
    }

    private static List<Edit> closeGaps(List<Wire> unordered) {
        List<Wire> wires = unordered.stream().sorted(Comparator.comparingInt(Wire::port)).toList();
        List<Edit> edits = new ArrayList<>();
        for (int port = 0; port < wires.size(); port++)
            if (wires.get(port).port() != port) {
                edits.add(new Edit.Disconnect(wires.get(port)));
                edits.add(new Edit.Connect(new Wire(wires.get(port).from(), wires.get(port).to(), port)));
            }
        return edits;
    }

    private void error(Node node, @Nullable String parameter, String message, Fix... fixes) {
        found.add(new Problem(node.id(), parameter, Severity.ERROR, message, List.of(fixes)));
    }

    /// Told of where a dead end ends, and not of every node on the way: while a network is drawn, most lead nowhere yet.
    private void deadEnds() {
        List<NodeId> sinks = graph.with(Role.SINK);
        if (sinks.isEmpty())
            return;
        Set<NodeId> used = graph.upstream(sinks);
        for (Node node : graph.order())
            if (!used.contains(node.id()) && graph.outgoing(node.id()).isEmpty() && isToBeTold(node, used))
                found.add(new Problem(node.id(), null, Severity.WARNING,
                        "leads to no Output, so it learns nothing: wire it on or remove it",
                        List.of(new Fix("Remove " + node.label(), List.of(new Edit.Remove(node.id()))))));
    }

    /// Of a block that leads nowhere its content is not told of, nor of an input that nothing inside takes.
    private static boolean isToBeTold(Node node, Set<NodeId> used) {
        return node.id().parent().map(block -> used.contains(block) && !(node.layer() instanceof Gate)).orElse(true);
    }

    private Optional<Fix> fix(Node node, Remedy remedy) {
        return switch (remedy) {
            case Remedy.Set(String label, String parameter, Object value) ->
                Optional.of(new Fix(label, List.of(new Edit.SetParameter(node.id(), parameter, value))));
            case Remedy.Insert(String label, int port, String layer, Map<String, Object> parameters) ->
                graph.incoming(node.id(), port).map(wire -> new Fix(label,
                        Splice.into(graph, wire, Params.with(Catalogue.layers().get(layer), parameters))));
        };
    }
}
