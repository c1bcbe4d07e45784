package org.lamina.graph;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.lamina.spec.Params;

/// What each [Edit] makes of a graph: another graph, or the same object where nothing changes.
final class Editing {

    private Editing() {}

    /// @param edit of a node or wire of this graph itself, not of one inside a block
    /// @throws IllegalArgumentException with a message for people, where the edit does not fit
    static Graph apply(Graph graph, Edit edit) {
        return switch (edit) {
            case Edit.Put(Node node) -> put(graph, node);
            case Edit.Remove(NodeId id) -> remove(graph, id);
            case Edit.Connect(Wire wire) -> connect(graph, wire);
            case Edit.Disconnect(Wire wire) -> disconnect(graph, wire);
            case Edit.SetParameter(NodeId id, String parameter, Object value) -> {
                Node node = graph.require(id);
                yield put(graph, node.with(Params.with(node.layer(), parameter, value)));
            }
            case Edit.Rename(NodeId id, String title) -> put(graph, new Node(id, title, graph.require(id).layer()));
        };
    }

    /// Wires that the node's new layer has no place for are removed.
    private static Graph put(Graph graph, Node node) {
        if (graph.node(node.id()).filter(node::equals).isPresent())
            return graph;
        Map<NodeId, Node> nodes = new LinkedHashMap<>(graph.byId());
        nodes.put(node.id(), node);
        Predicate<Wire> homeless = wire -> !WireRule.stays(wire, node);
        if (graph.incoming(node.id()).stream().noneMatch(homeless)
                && graph.outgoing(node.id()).stream().noneMatch(homeless))
            return new Graph(nodes, graph.wires());
        Set<Wire> wires = new LinkedHashSet<>(graph.wires());
        wires.removeIf(homeless);
        return new Graph(nodes, wires);
    }

    private static Graph remove(Graph graph, NodeId id) {
        if (!graph.contains(id))
            return graph;
        Map<NodeId, Node> nodes = new LinkedHashMap<>(graph.byId());
        nodes.remove(id);
        Set<Wire> wires = new LinkedHashSet<>(graph.wires());
        wires.removeIf(w -> w.from().equals(id) || w.to().equals(id));
        return new Graph(nodes, wires);
    }

    /// A wire that already arrives at the port gives way.
    private static Graph connect(Graph graph, Wire wire) {
        if (graph.wires().contains(wire))
            return graph;
        graph.refusal(wire).ifPresent(message -> {
            throw new IllegalArgumentException(message);
        });
        Set<Wire> wires = new LinkedHashSet<>(graph.wires());
        wires.removeIf(w -> w.to().equals(wire.to()) && w.port() == wire.port());
        wires.add(wire);
        return new Graph(graph.byId(), wires);
    }

    private static Graph disconnect(Graph graph, Wire wire) {
        if (!graph.wires().contains(wire))
            return graph;
        Set<Wire> wires = new LinkedHashSet<>(graph.wires());
        wires.remove(wire);
        return new Graph(graph.byId(), wires);
    }
}
