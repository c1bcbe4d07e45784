package org.lamina.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
        int min = node.layer().ports().min();
        List<Wire> wires = graph.incoming(node.id());
        if (wires.size() < min)
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

    private void againstData(Node node, Shape shape, Expected data) {
        if (node.layer().role() == Role.SOURCE && !shape.equals(data.input()))
            error(node, "shape",
                    "the data set gives %s, this Input expects %s: give it the shape of the data"
                            .formatted(data.input(), shape),
                    set(node.id(), "shape", data.input()));
        if (node.layer().role() == Role.SINK && !shape.equals(data.output()))
            wrongAnswer(node, shape, data);
        if (node.layer().role() == Role.SINK && data.logits())
            softmaxBefore(node);
    }

    private Fix set(NodeId node, String parameter, Object value) {
        String owner = graph.node(node).orElseThrow().label();
        return new Fix("Set %s of %s to %s".formatted(parameter, owner, value),
                List.of(new Edit.SetParameter(node, parameter, value)));
    }

    private void wrongAnswer(Node output, Shape shape, Expected data) {
        int needed = (int) data.output().elements();
        String what = data.logits() ? needed + " classes" : needed == 1 ? "1 value" : needed + " values";
        Optional<Sizer> sizer = shape.isVector() ? sizer(output.id(), shape.size(0)) : Optional.empty();
        String advice = sizer.isPresent() ? "give the last layer %d outputs" : shape.isVector()
                ? "end with a Dense layer of %d units"
                : "flatten it and end with a Dense layer of %d units";
        error(output, null,
                "the data set has %s, the network answers with %s: %s".formatted(what, shape, advice.formatted(needed)),
                sizer.map(s -> set(s.node(), s.parameter(), needed))
                        .orElseGet(() -> endWithDense(output, shape, needed)));
    }

    private Fix endWithDense(Node output, Shape shape, int units) {
        Wire end = graph.incoming(output.id(), 0).orElseThrow();
        Layer dense = Params.with(Catalogue.layers().get("dense"), "units", units);
        return shape.isVector()
                ? new Fix("Insert Dense of " + units + " units", insert(end, dense))
                : new Fix("Insert Flatten and Dense of " + units + " units",
                        insert(end, Catalogue.layers().get("flatten"), dense));
    }

    /// Puts new layers, one after the other, into a wire.
    private List<Edit> insert(Wire wire, Layer... layers) {
        List<Edit> edits = new ArrayList<>();
        NodeId last = wire.from();
        for (Layer layer : layers) {
            NodeId id = graph.freshId(layer.card().id());
            edits.add(new Edit.Put(new Node(id, "", layer)));
            edits.add(new Edit.Connect(new Wire(last, id, 0)));
            last = id;
        }
        edits.add(new Edit.Connect(new Wire(last, wire.to(), wire.port())));
        return edits;
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
            case Remedy.Insert(String label, int port, String layer, Map<String, Object> parameters) ->
                graph.incoming(node.id(), port).map(wire -> new Fix(label,
                        insert(wire, Params.with(Catalogue.layers().get(layer), parameters))));
        };
    }
}
