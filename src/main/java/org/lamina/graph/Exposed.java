package org.lamina.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamina.spec.Param;
import org.lamina.spec.Params;

/// A parameter of a block: it sets one or more parameters of the layers inside to the same value.
///
/// @param name for people; one that no other parameter of the block has
public record Exposed(String name, List<Target> targets) {

    /// A parameter of a layer inside.
    public record Target(NodeId node, String parameter) {
        public Target(String node, String parameter) {
            this(new NodeId(node), parameter);
        }

        Optional<Param> in(Graph graph) {
            return graph.node(node).flatMap(n -> Optional.ofNullable(Params.findIn(n.layer(), parameter)));
        }

        Object value(Graph graph) {
            return Params.get(graph.node(node).orElseThrow().layer(), parameter);
        }
    }

    public Exposed {
        targets = List.copyOf(targets);
    }

    public Exposed(String name, Target... targets) {
        this(name, List.of(targets));
    }

    /// The parameter as the first layer has it, in the range that all of them take.
    Param param(Graph graph) {
        List<Param> all = targets.stream().map(t -> t.in(graph).orElseThrow()).toList();
        Param first = all.getFirst();
        return new Param(name, first.type(), first.help(), first.unit(),
                all.stream().mapToDouble(Param::min).max().orElseThrow(),
                all.stream().mapToDouble(Param::max).min().orElseThrow(), first.soft(), first.log(), first.location(),
                targets.getFirst().value(graph), List.of());
    }

    Object value(Graph graph) {
        return targets.getFirst().value(graph);
    }

    Graph set(Graph graph, Object value) {
        return graph.apply(targets.stream().map(t -> new Edit.SetParameter(t.node(), t.parameter(), value)).toList());
    }

    /// Without targets that a graph does not have; empty where none is left.
    Optional<Exposed> in(Graph graph) {
        List<Target> left = new ArrayList<>(targets);
        left.removeIf(t -> t.in(graph).isEmpty());
        return left.isEmpty() ? Optional.empty()
                : Optional.of(left.size() == targets.size() ? this : new Exposed(name, left));
    }
}
