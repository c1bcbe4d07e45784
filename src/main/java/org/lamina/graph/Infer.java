package org.lamina.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
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

    private static final Facts NOTHING = new Facts(Graph.EMPTY, null, Map.of(), Map.of(), Map.of(), List.of());

    private static final Inferred TOO_MANY_WEIGHTS = Inferred
            .refused("needs at most %,d weights, these settings give more: choose smaller ones or pool before it"
                    .formatted(Integer.MAX_VALUE));

    private final Facts before;
    private final Graph graph;
    private final Map<NodeId, Inferred> answers = new LinkedHashMap<>();
    private final Map<NodeId, Cost> costs = new LinkedHashMap<>();
    private final Set<NodeId> changed = new HashSet<>();

    private Infer(Facts before, Graph graph) {
        this.before = before;
        this.graph = graph;
    }

    static Facts all(Graph drawn, @Nullable Expected expected) {
        return changed(NOTHING, drawn, expected);
    }

    /// @param drawn with its blocks
    static Facts changed(Facts before, Graph drawn, @Nullable Expected expected) {
        Expansion.Result expansion = drawn.expansion();
        Infer infer = new Infer(before, expansion.graph());
        infer.graph.order().forEach(infer::visit);
        return new Facts(infer.graph, expected, infer.answers, infer.costs, infer.sums(),
                Problems.of(expansion, expected, infer.answers));
    }

    /// What the content of each block costs together.
    private Map<NodeId, Cost> sums() {
        Map<NodeId, Cost> sums = new HashMap<>();
        costs.forEach((id, cost) -> {
            Optional<NodeId> block = id.parent();
            for (; block.isPresent(); block = block.get().parent())
                sums.merge(block.get(), cost, Cost::plus);
        });
        return sums;
    }

    private void visit(Node node) {
        NodeId id = node.id();
        if (isSame(node)) {
            answers.put(id, before.at(id));
            costs.put(id, before.cost(id));
            return;
        }
        Inferred answer = answer(node, graph.sources(id), answers::get, cost -> costs.put(id, cost));
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

    /// What a layer answers to what its sources answer.
    ///
    /// @param costs takes what it costs, where it gives a shape
    static Inferred answer(Node node, List<Optional<NodeId>> sources, Function<NodeId, Inferred> answers,
            Consumer<Cost> costs) {
        if (sources.size() < node.layer().ports().min() || sources.stream().anyMatch(Optional::isEmpty))
            return Inferred.WAITING;
        for (Map.Entry<String, String> violation : Params.violations(node.layer()).entrySet())
            return Inferred.refusedFor(violation.getKey(), violation.getValue());
        List<Shape> shapes = new ArrayList<>();
        for (Optional<NodeId> source : sources)
            if (answers.apply(source.orElseThrow()) instanceof Inferred.Known(Shape shape))
                shapes.add(shape);
        if (shapes.size() < sources.size())
            return Inferred.WAITING;
        return node.layer().takesTokens() ? affordable(node, shapes, costs)
                : tokens(shapes).orElseGet(() -> affordable(node, shapes, costs));
    }

    /// Refuses tokens, which no layer can compute with before they are embedded.
    private static Optional<Inferred> tokens(List<Shape> shapes) {
        return IntStream.range(0, shapes.size()).filter(port -> shapes.get(port).isTokens()).boxed().findFirst()
                .map(port -> Inferred.refused("needs real numbers, got %s: put an Embedding before it"
                        .formatted(shapes.get(port)),
                        new Remedy.Insert("Insert Embedding", port, "embedding", Map.of())));
    }

    /// The layer's own answer, refused where its weights would not fit into one array.
    private static Inferred affordable(Node node, List<Shape> shapes, Consumer<Cost> costs) {
        Inferred answer = node.layer().infer(shapes);
        if (!(answer instanceof Inferred.Known))
            return answer;
        Cost cost = node.layer().cost(shapes);
        if (cost.parameters() > Integer.MAX_VALUE)
            return TOO_MANY_WEIGHTS;
        costs.accept(cost);
        return answer;
    }
}
