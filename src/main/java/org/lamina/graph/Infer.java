package org.lamina.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lamina.spec.Cost;
import org.lamina.spec.Inferred;
import org.lamina.spec.Params;
import org.lamina.tensor.Shape;

/// The walk that asks every layer its shape rule.
final class Infer {

    private static final Inferred TOO_MANY_WEIGHTS = Inferred
            .refused("needs at most %,d weights, these settings give more: choose smaller ones or pool before it"
                    .formatted(Integer.MAX_VALUE));

    private Infer() {}

    static Inference all(Graph graph, @Nullable Expected expected) {
        return inferred(graph, expected, Map.of(), Map.of());
    }

    static Inference changed(Inference before, Graph graph, @Nullable Expected expected) {
        Set<NodeId> stale = graph.downstream(touched(before.graph(), graph));
        Map<NodeId, Inferred> answers = new HashMap<>();
        Map<NodeId, Cost> costs = new HashMap<>();
        for (Node node : graph.nodes())
            if (!stale.contains(node.id())) {
                answers.put(node.id(), before.at(node.id()));
                costs.put(node.id(), before.cost(node.id()));
            }
        return inferred(graph, expected, answers, costs);
    }

    static Inferred preview(Inference inference, Wire wire) {
        Graph graph = inference.graph();
        Optional<String> refusal = graph.refusal(wire);
        if (refusal.isPresent())
            return Inferred.refused(refusal.get());
        Graph wired = graph.apply(new Edit.Connect(wire));
        return answer(wired.node(wire.to()).orElseThrow(), arriving(wired, wire.to(), inference::at));
    }

    private static Inference inferred(Graph graph, @Nullable Expected expected, Map<NodeId, Inferred> knownAnswers,
            Map<NodeId, Cost> knownCosts) {
        Map<NodeId, Inferred> answers = new LinkedHashMap<>();
        Map<NodeId, Cost> costs = new LinkedHashMap<>();
        for (Node node : graph.order()) {
            NodeId id = node.id();
            Inferred known = knownAnswers.get(id);
            answers.put(id, known != null ? known : answer(node, arriving(graph, id, answers::get)));
            if (answers.get(id) instanceof Inferred.Known)
                cost(node, graph, answers, knownCosts).ifPresentOrElse(cost -> costs.put(id, cost),
                        () -> answers.put(id, TOO_MANY_WEIGHTS));
        }
        return new Inference(graph, expected, answers, costs, Problems.of(graph, expected, answers));
    }

    /// Empty where the layer would have more weights than one array can hold.
    private static Optional<Cost> cost(Node node, Graph graph, Map<NodeId, Inferred> answers,
            Map<NodeId, Cost> known) {
        Cost cost = known.get(node.id());
        if (cost == null)
            cost = node.layer().cost(shapes(graph, node.id(), answers));
        return cost.parameters() <= Integer.MAX_VALUE ? Optional.of(cost) : Optional.empty();
    }

    /// Nodes that are new or differ, and nodes whose sources differ.
    private static Set<NodeId> touched(Graph before, Graph after) {
        Set<NodeId> touched = new LinkedHashSet<>();
        for (Node node : after.nodes()) {
            Node old = before.node(node.id()).orElse(null);
            if (old == null || (old != node && !old.layer().equals(node.layer()))
                    || !Set.copyOf(before.incoming(node.id())).equals(Set.copyOf(after.incoming(node.id()))))
                touched.add(node.id());
        }
        return touched;
    }

    private static List<Optional<Inferred>> arriving(Graph graph, NodeId node,
            Function<NodeId, Inferred> answers) {
        return graph.sources(node).stream().map(s -> s.map(answers)).toList();
    }

    private static List<Shape> shapes(Graph graph, NodeId node, Map<NodeId, Inferred> answers) {
        List<Shape> shapes = new ArrayList<>();
        for (Optional<NodeId> source : graph.sources(node))
            if (source.isPresent() && answers.get(source.get()) instanceof Inferred.Known(Shape shape))
                shapes.add(shape);
        return shapes;
    }

    private static Inferred answer(Node node, List<Optional<Inferred>> arriving) {
        if (arriving.size() < node.layer().ports().min() || arriving.stream().anyMatch(Optional::isEmpty))
            return Inferred.WAITING;
        Map<String, String> violations = Params.violations(node.layer());
        if (!violations.isEmpty()) {
            Map.Entry<String, String> first = violations.entrySet().iterator().next();
            return Inferred.refusedFor(first.getKey(), first.getValue());
        }
        List<Shape> shapes = new ArrayList<>();
        for (Optional<Inferred> source : arriving)
            if (source.orElseThrow() instanceof Inferred.Known(Shape shape))
                shapes.add(shape);
        return shapes.size() == arriving.size() ? node.layer().infer(shapes) : Inferred.WAITING;
    }
}
