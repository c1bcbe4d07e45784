package org.lamina.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lamina.spec.Cost;
import org.lamina.spec.Inferred;
import org.lamina.spec.Params;
import org.lamina.spec.Remedy;
import org.lamina.tensor.Shape;

/// The walk that asks every layer its shape rule. After an edit, only nodes are asked again that the edit touched or
/// whose arriving shapes changed.
final class Infer {

    private static final Inference NOTHING = new Inference(Graph.EMPTY, null, Map.of(), Map.of(), List.of());

    private static final Inferred TOO_MANY_WEIGHTS = Inferred
            .refused("needs at most %,d weights, these settings give more: choose smaller ones or pool before it"
                    .formatted(Integer.MAX_VALUE));

    private final Inference before;
    private final Graph graph;
    private final Map<NodeId, Inferred> answers = new LinkedHashMap<>();
    private final Map<NodeId, Cost> costs = new LinkedHashMap<>();
    private final Set<NodeId> changed = new HashSet<>();

    private Infer(Inference before, Graph graph) {
        this.before = before;
        this.graph = graph;
    }

    static Inference all(Graph graph, @Nullable Expected expected) {
        return changed(NOTHING, graph, expected);
    }

    static Inference changed(Inference before, Graph graph, @Nullable Expected expected) {
        Infer infer = new Infer(before, graph);
        graph.order().forEach(infer::visit);
        return new Inference(graph, expected, infer.answers, infer.costs,
                Problems.of(graph, expected, infer.answers));
    }

    static Inferred preview(Inference inference, Wire wire) {
        Graph graph = inference.graph();
        Optional<String> refusal = graph.refusal(wire);
        if (refusal.isPresent())
            return Inferred.refused(refusal.get());
        Infer infer = new Infer(inference, graph.apply(new Edit.Connect(wire)));
        graph.nodes().forEach(n -> infer.answers.put(n.id(), inference.at(n.id())));
        return infer.answer(graph.node(wire.to()).orElseThrow());
    }

    private void visit(Node node) {
        NodeId id = node.id();
        if (isSame(node)) {
            answers.put(id, before.at(id));
            costs.put(id, before.cost(id));
            return;
        }
        Inferred answer = answer(node);
        answers.put(id, answer);
        if (!answer.equals(before.at(id)))
            changed.add(id);
    }

    private boolean isSame(Node node) {
        List<Wire> wires = graph.incoming(node.id());
        for (Wire wire : wires)
            if (changed.contains(wire.from()))
                return false;
        return before.graph().node(node.id()).filter(old -> old == node || old.layer().equals(node.layer())).isPresent()
                && before.graph().incoming(node.id()).equals(wires);
    }

    private Inferred answer(Node node) {
        List<Optional<NodeId>> sources = graph.sources(node.id());
        if (sources.size() < node.layer().ports().min() || sources.stream().anyMatch(Optional::isEmpty))
            return Inferred.WAITING;
        for (Map.Entry<String, String> violation : Params.violations(node.layer()).entrySet())
            return Inferred.refusedFor(violation.getKey(), violation.getValue());
        List<Shape> shapes = new ArrayList<>();
        for (Optional<NodeId> source : sources)
            if (answers.get(source.orElseThrow()) instanceof Inferred.Known(Shape shape))
                shapes.add(shape);
        if (shapes.size() < sources.size())
            return Inferred.WAITING;
        return node.layer().takesTokens() ? affordable(node, shapes)
                : tokens(shapes).orElseGet(() -> affordable(node, shapes));
    }

    /// Refuses tokens, which no layer can compute with before they are embedded.
    private static Optional<Inferred> tokens(List<Shape> shapes) {
        return IntStream.range(0, shapes.size()).filter(port -> shapes.get(port).isTokens()).boxed().findFirst()
                .map(port -> Inferred.refused("needs real numbers, got %s: put an Embedding before it"
                        .formatted(shapes.get(port)),
                        new Remedy.Insert("Insert Embedding", port, "embedding", Map.of())));
    }

    /// The layer's own answer, refused where its weights would not fit into one array.
    private Inferred affordable(Node node, List<Shape> shapes) {
        Inferred answer = node.layer().infer(shapes);
        if (!(answer instanceof Inferred.Known))
            return answer;
        Cost cost = node.layer().cost(shapes);
        if (cost.parameters() > Integer.MAX_VALUE)
            return TOO_MANY_WEIGHTS;
        costs.put(node.id(), cost);
        return answer;
    }
}
