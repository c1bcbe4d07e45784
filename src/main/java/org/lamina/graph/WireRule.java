package org.lamina.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamina.spec.Role;
import org.lamina.spec.Words;

/// Which wires a graph may have, whatever shapes they carry: each leads from a layer that may be followed to a port that
/// there is, and none closes a cycle.
final class WireRule {

    private WireRule() {}

    /// Why a wire cannot be, in words for people; empty where it can. One that already arrives at the port is no
    /// hindrance.
    static Optional<String> refusal(Graph graph, Wire wire) {
        Node from = graph.node(wire.from()).orElse(null);
        Node to = graph.node(wire.to()).orElse(null);
        if (from == null || to == null)
            return Optional.of("needs two layers of this network, got " + wire.from() + " and " + wire.to());
        if (!mayBeFollowed(from))
            return Optional.of(from.label() + " ends the network, so nothing can follow it");
        if (wire.from().equals(wire.to()))
            return Optional.of(from.label() + " cannot feed itself");
        if (!hasPort(to, wire.port()))
            return Optional.of(noPort(to, wire.port()));
        if (graph.downstream(List.of(wire.to())).contains(wire.from()))
            return Optional.of("would close a cycle: " + from.label() + " already depends on " + to.label());
        return Optional.empty();
    }

    private static String noPort(Node to, int port) {
        int most = to.layer().ports().max();
        return most == 0 ? to.label() + " takes no input"
                : "%s takes at most %s, there is no input %d".formatted(to.label(), Words.count(most, "input"),
                        port + 1);
    }

    /// Whether a wire can stay when a node takes another layer.
    static boolean stays(Wire wire, Node node) {
        return (!wire.to().equals(node.id()) || hasPort(node, wire.port()))
                && (!wire.from().equals(node.id()) || mayBeFollowed(node));
    }

    /// Whether all wires of a graph can be, each port taking one at most.
    static boolean holds(Graph graph) {
        boolean placed = graph.wires().stream()
                .allMatch(wire -> graph.node(wire.from()).filter(WireRule::mayBeFollowed).isPresent()
                        && graph.node(wire.to()).filter(to -> hasPort(to, wire.port())).isPresent());
        long ports = graph.wires().stream().map(wire -> Map.entry(wire.to(), wire.port())).distinct().count();
        return placed && ports == graph.wires().size() && graph.order().size() == graph.nodes().size();
    }

    private static boolean mayBeFollowed(Node node) {
        return node.layer().role() != Role.SINK;
    }

    private static boolean hasPort(Node node, int port) {
        return port >= 0 && port < node.layer().ports().max();
    }
}
