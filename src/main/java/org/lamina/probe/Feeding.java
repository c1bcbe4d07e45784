package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.spec.Role;
import org.lamina.study.Unit;
import org.lamina.study.UnitResponse.Feeder;

/// Which units feed another one: gradient × activation, which behind one layer of weights is weight × activation.
final class Feeding {

    private static final int MOST = 8;

    private Feeding() {}

    /// The nodes whose units are weighted to make a node's: what feeds the nearest layer of weights at or before it,
    /// without layers that only put numbers in another order.
    static Set<NodeId> nodes(Subject subject, NodeId node) {
        Graph graph = subject.graph();
        NodeId weighted = node;
        while (!hasWeights(subject, weighted) && graph.incoming(weighted).size() == 1)
            weighted = graph.incoming(weighted).getFirst().from();
        Set<NodeId> feeding = new LinkedHashSet<>();
        graph.sources(weighted).forEach(source -> source.map(id -> unflattened(graph, id))
                .filter(id -> graph.node(id).map(Node::layer).filter(l -> l.role() == Role.INNER).isPresent())
                .ifPresent(feeding::add));
        return feeding;
    }

    private static boolean hasWeights(Subject subject, NodeId node) {
        return Optional.ofNullable(subject.weights().get(node + ".weight"))
                .filter(weight -> weight.getShape().dimension() > 1).isPresent();
    }

    private static NodeId unflattened(Graph graph, NodeId from) {
        NodeId node = from;
        while (Set.of("flatten", "dropout").contains(graph.node(node).orElseThrow().layer().card().id()))
            node = graph.incoming(node).getFirst().from();
        return node;
    }

    /// The strongest feeders of a unit where it responds most to each of some samples, summed over them.
    static List<Feeder> of(Subject subject, NDManager scope, NDArray samples, Unit unit) {
        Set<NodeId> nodes = nodes(subject, unit.node());
        if (nodes.isEmpty())
            return List.of();
        List<NodeId> order = List.copyOf(nodes);
        Map<NodeId, NDArray> outputs = outputs(subject, samples, nodes);
        List<NDArray> given = order.stream().map(id -> Objects.requireNonNull(outputs.get(id), id.value())).toList();
        List<NDArray> zeros = given.stream().map(output -> scope.zeros(output.getShape())).toList();
        List<NDArray> gradients = subject.gradients(zeros, () -> {
            NDArray[] seen = {samples};
            subject.answer(samples, false, (node, output) -> {
                int at = order.indexOf(node);
                NDArray now = at < 0 ? output : output.add(zeros.get(at));
                if (node.equals(unit.node()))
                    seen[0] = now;
                return now;
            });
            return Channels.rows(seen[0]).get(":, " + unit.index()).max(new int[]{1}).sum();
        });
        List<Feeder> feeders = new ArrayList<>();
        for (int i = 0; i < order.size(); i++)
            collect(order.get(i), given.get(i), gradients.get(i), feeders);
        feeders.sort(Comparator.comparingDouble(feeder -> -Math.abs(feeder.part())));
        return List.copyOf(feeders.subList(0, Math.min(MOST, feeders.size())));
    }

    private static Map<NodeId, NDArray> outputs(Subject subject, NDArray samples, Set<NodeId> nodes) {
        Map<NodeId, NDArray> given = new HashMap<>();
        subject.answer(samples, false, (node, output) -> {
            if (nodes.contains(node))
                given.put(node, output);
            return output;
        });
        return given;
    }

    private static void collect(NodeId node, NDArray activation, NDArray gradient, List<Feeder> feeders) {
        float[] parts = Channels.rows(activation.mul(gradient)).sum(new int[]{2}).sum(new int[]{0}).toFloatArray();
        for (int unit = 0; unit < parts.length; unit++)
            if (parts[unit] != 0)
                feeders.add(new Feeder(new Unit(node, unit), parts[unit]));
    }
}
