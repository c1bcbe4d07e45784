package org.lamina.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lamina.graph.Edit;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.Role;

/// Which wires can be, asked twice: first the graph (direction, free port, no cycle), then the target's shape rule.
public final class Wiring {

    private Wiring() {}

    /// Whether nothing is known that speaks against a wire.
    public static boolean fits(Inference inference, Wire wire) {
        return !(inference.preview(wire) instanceof Inferred.Refused);
    }

    /// Input ports that a node shows: all that it needs, all that are wired, and one more where it takes more.
    public static int ports(Graph graph, Node node) {
        int wired = graph.sources(node.id()).size();
        return Math.min(node.layer().ports().max(), Math.max(node.layer().ports().min(), wired + 1));
    }

    /// The wire to the first free input that fits; empty where there is none.
    public static Optional<Wire> join(Inference inference, NodeId from, NodeId to) {
        Graph graph = inference.graph();
        int ports = graph.node(to).map(n -> ports(graph, n)).orElse(0);
        return IntStream.range(0, ports).filter(p -> graph.incoming(to, p).isEmpty())
                .mapToObj(p -> new Wire(from, to, p)).filter(w -> fits(inference, w)).findFirst();
    }

    /// Puts a new node into a wire.
    public static List<Edit> insert(Node node, Wire wire) {
        return List.of(new Edit.Put(node), new Edit.Connect(new Wire(wire.from(), node.id(), 0)),
                new Edit.Connect(new Wire(node.id(), wire.to(), wire.port())));
    }

    /// Whether a layer can be put into a wire: it takes an input, gives an output, and its shape rule takes what comes.
    public static boolean canInsert(Inference inference, Layer layer, Wire wire) {
        return accepts(inference, layer, wire.from()) && gives(layer);
    }

    /// Whether a layer could be fed by a node.
    public static boolean accepts(Inference inference, Layer layer, NodeId from) {
        Node trial = new Node(inference.graph().freshId("trial"), "", layer);
        return with(inference, trial).filter(with -> fits(with, new Wire(from, trial.id(), 0))).isPresent();
    }

    /// Whether a layer with its defaults, once fed, could feed an input: known only of a layer that needs no input.
    public static boolean canFeed(Inference inference, Layer layer, NodeId to, int port) {
        Node trial = new Node(inference.graph().freshId("trial"), "", layer);
        return gives(layer)
                && with(inference, trial).filter(with -> fits(with, new Wire(trial.id(), to, port))).isPresent();
    }

    /// What would be known with one more node; empty where it cannot be, as a block inside itself.
    private static Optional<Inference> with(Inference inference, Node trial) {
        try {
            return Optional.of(inference.next(inference.graph().apply(new Edit.Put(trial)), inference.expected()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Whether a layer's output can be wired on.
    public static boolean gives(Layer layer) {
        return layer.role() != Role.SINK;
    }

    /// Removes nodes and joins what fed them to what they fed, where each had one input and the shape rule allows.
    public static Graph heal(Inference inference, Collection<NodeId> gone) {
        Set<NodeId> removed = Set.copyOf(gone);
        List<Wire> joins = new ArrayList<>();
        for (Wire wire : inference.graph().wires())
            if (removed.contains(wire.from()) && !removed.contains(wire.to()))
                source(inference.graph(), removed, wire.from())
                        .ifPresent(from -> joins.add(new Wire(from, wire.to(), wire.port())));
        Graph left = inference.graph().apply(removed.stream().map(Edit.Remove::new).toList());
        Inference after = inference.next(left, inference.expected());
        return left.apply(joins.stream().filter(w -> fits(after, w)).map(Edit.Connect::new).toList());
    }

    /// Follows single inputs back through removed nodes to one that stays.
    private static Optional<NodeId> source(Graph graph, Set<NodeId> removed, NodeId from) {
        NodeId node = from;
        while (removed.contains(node)) {
            List<Wire> in = graph.incoming(node);
            if (in.size() != 1)
                return Optional.empty();
            node = in.getFirst().from();
        }
        return Optional.of(node);
    }

    /// Nodes that feed a node or are fed by it, by port.
    public static List<NodeId> neighbours(Graph graph, NodeId node, boolean forward) {
        Stream<NodeId> ids = forward
                ? graph.outgoing(node).stream().map(Wire::to)
                : graph.sources(node).stream().flatMap(Optional::stream);
        return ids.distinct().toList();
    }
}
