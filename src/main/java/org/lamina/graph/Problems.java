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
import org.lamina.spec.Layer;
import org.lamina.spec.Param;
import org.lamina.spec.Params;
import org.lamina.spec.Remedy;
import org.lamina.spec.Role;
import org.lamina.tensor.Shape;

/// Finds what is wrong with an inferred graph, all at once, and how it can be put right.
final class Problems {

    private final Graph graph;
    private final @Nullable Expected expected;
    private final Map<NodeId, Inferred> answers;
    private final List<Problem> found = new ArrayList<>();

    private Problems(Graph graph, @Nullable Expected expected, Map<NodeId, Inferred> answers) {
        this.graph = graph;
        this.expected = expected;
        this.answers = answers;
    }

    static List<Problem> of(Graph graph, @Nullable Expected expected, Map<NodeId, Inferred> answers) {
        Problems problems = new Problems(graph, expected, answers);
        problems.network();
        problems.deadEnds();
        graph.order().forEach(problems::node);
        problems.found.sort(Comparator.comparing(Problem::severity));
        return List.copyOf(problems.found);
    }

    private void network() {
        if (graph.with(Role.SOURCE).isEmpty())
            found.add(new Problem(null, null, Severity.ERROR,
                    "The network needs an Input: drag one from the palette, it brings the samples in", List.of()));
        if (graph.with(Role.SINK).isEmpty())
            found.add(new Problem(null, null, Severity.ERROR,
                    "The network needs an Output: drag one from the palette and wire the last layer to it", List.of()));
    }

    private void node(Node node) {
        missingInput(node);
        if (answers.get(node.id()) instanceof Inferred.Refused refused)
            found.add(new Problem(node.id(), refused.parameter(), Severity.ERROR, refused.message(),
                    refused.remedies().stream().flatMap(r -> fix(node, r).stream()).toList()));
        if (expected != null && answers.get(node.id()) instanceof Inferred.Known(Shape shape))
            againstData(node, shape, expected);
    }

    private void missingInput(Node node) {
        List<Optional<NodeId>> sources = graph.sources(node.id());
        int min = node.layer().ports().min();
        long wired = sources.stream().filter(Optional::isPresent).count();
        if (wired >= min && wired == sources.size())
            return;
        String message = min == 1
                ? "needs an input: draw a wire to it"
                : "needs %s inputs, got %d: draw a wire to each free port".formatted(
                        min == node.layer().ports().max() ? String.valueOf(min) : "at least " + min, wired);
        found.add(new Problem(node.id(), null, Severity.ERROR, message, List.of()));
    }

    private void againstData(Node node, Shape shape, Expected data) {
        if (node.layer().role() == Role.SOURCE && !shape.equals(data.input()))
            found.add(new Problem(node.id(), "shape", Severity.ERROR,
                    "the data set gives %s, this Input expects %s: give it the shape of the data"
                            .formatted(data.input(), shape),
                    List.of(new Fix("Set shape to " + data.input(),
                            List.of(new Edit.SetParameter(node.id(), "shape", data.input()))))));
        if (node.layer().role() == Role.SINK) {
            if (!shape.equals(data.output()))
                wrongAnswer(node, shape, data);
            if (data.logits())
                softmaxBefore(node);
        }
    }

    private void wrongAnswer(Node output, Shape shape, Expected data) {
        long needed = data.output().elements();
        String what = data.logits() ? needed + " classes" : needed == 1 ? "1 value" : needed + " values";
        List<Fix> fixes = new ArrayList<>();
        String advice = "flatten it and end with a Dense layer of " + needed + " units";
        if (shape.isVector()) {
            sizer(output.id(), shape.size(0)).ifPresent(set -> fixes.add(new Fix(
                    "Set %s of %s to %d".formatted(set.parameter(), graph.node(set.node()).orElseThrow().label(),
                            needed),
                    List.of(new Edit.SetParameter(set.node(), set.parameter(), (int) needed)))));
            advice = "give the last layer " + needed + " outputs";
        }
        found.add(new Problem(output.id(), null, Severity.ERROR,
                "the data set has %s, the network answers with %s: %s".formatted(what, shape, advice), fixes));
    }

    private record Sizer(NodeId node, String parameter) {}

    /// The layer upstream whose parameter sets the number of outputs: walks back over single inputs.
    private Optional<Sizer> sizer(NodeId from, int size) {
        Optional<Wire> wire = graph.incoming(from, 0);
        while (wire.isPresent()) {
            Node node = graph.node(wire.get().from()).orElseThrow();
            for (Param param : Params.of(node.layer().getClass()))
                if ((param.name().equals("units") || param.name().equals("filters"))
                        && Params.get(node.layer(), param.name()).equals(size))
                    return Optional.of(new Sizer(node.id(), param.name()));
            wire = node.layer().ports().max() == 1 ? graph.incoming(node.id(), 0) : Optional.empty();
        }
        return Optional.empty();
    }

    private void softmaxBefore(Node output) {
        graph.incoming(output.id(), 0).flatMap(w -> graph.node(w.from()))
                .filter(n -> n.layer().card().id().equals("softmax"))
                .ifPresent(softmax -> found.add(new Problem(softmax.id(), null, Severity.WARNING,
                        "the loss applies softmax itself, so this one makes training slow: remove it before the Output",
                        List.of(new Fix("Remove Softmax", bypass(softmax))))));
    }

    private void deadEnds() {
        List<NodeId> sinks = graph.with(Role.SINK);
        if (sinks.isEmpty())
            return;
        Set<NodeId> used = graph.upstream(sinks);
        for (Node node : graph.order())
            if (!used.contains(node.id()))
                found.add(new Problem(node.id(), null, Severity.WARNING,
                        "leads to no Output, so it learns nothing: wire it on or remove it",
                        List.of(new Fix("Remove " + node.label(), List.of(new Edit.Remove(node.id()))))));
    }

    /// Removes a node with one input and joins its source to everything it fed.
    private List<Edit> bypass(Node node) {
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.Remove(node.id()));
        graph.incoming(node.id(), 0).ifPresent(in -> graph.outgoing(node.id())
                .forEach(out -> edits.add(new Edit.Connect(new Wire(in.from(), out.to(), out.port())))));
        return edits;
    }

    private Optional<Fix> fix(Node node, Remedy remedy) {
        return switch (remedy) {
            case Remedy.Set(String label, String parameter, Object value) ->
                Optional.of(new Fix(label, List.of(new Edit.SetParameter(node.id(), parameter, value))));
            case Remedy.Insert insert -> graph.incoming(node.id(), insert.port()).map(wire -> {
                Layer layer = Params.with(Catalogue.layers().get(insert.layer()), insert.parameters());
                NodeId id = graph.freshId(insert.layer());
                return new Fix(insert.label(),
                        List.of(new Edit.Put(new Node(id, "", layer)), new Edit.Connect(new Wire(wire.from(), id, 0)),
                                new Edit.Connect(new Wire(id, node.id(), insert.port()))));
            });
        };
    }
}
