package org.lamina.graph;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamina.spec.Layer;

/// A graph whose blocks are replaced by what they hold. A layer inside is named by the way to it; the name of a block
/// stands for what it gives. What cannot be expanded stays, and its layer says why.
final class Expansion {
    /// Layers that an expanded graph has at most.
    static final int MOST = 10_000;

    private final Map<NodeId, Node> nodes = new LinkedHashMap<>();
    private final Set<Wire> wires = new LinkedHashSet<>();
    private final Map<NodeId, NodeId> first = new HashMap<>();
    private int room = MOST;

    /// The inside of a block, or of one repetition of it.
    ///
    /// @param use the block's own name
    /// @param end whose name stands for what it gives
    /// @param first the same place in the first of all repetitions
    private record Place(NodeId use, NodeId end, String title, NodeId first) {
        NodeId of(NodeId local) {
            return end.then(local);
        }

        String titled(Node node) {
            return title + " › " + node.label();
        }
    }

    private Expansion() {}

    /// The expanded graph, and which of its nodes are the same as one of a first repetition, and as which.
    record Result(Graph graph, Map<NodeId, NodeId> first) {}

    static Result of(Graph drawn) {
        if (drawn.uses().findAny().isEmpty())
            return new Result(drawn, Map.of());
        Expansion expansion = new Expansion();
        expansion.room -= drawn.nodes().size();
        expansion.content(drawn, null);
        return new Result(new Graph(expansion.nodes, expansion.wires), Collections.unmodifiableMap(expansion.first));
    }

    private void content(Graph graph, @Nullable Place place) {
        Map<NodeId, List<NodeId>> gates = new HashMap<>();
        for (Node node : graph.nodes())
            switch (node.layer()) {
                case Use use when place == null ? takes(use) : use.obstacle().isEmpty() ->
                    gates.put(node.id(), use(node, use, place));
                case BlockInput _ when place != null -> put(place, node, gate(node, place, graph));
                case BlockOutput _ when place != null -> {
                }
                default -> put(place, node, node.layer());
            }
        for (Wire wire : graph.wires())
            wire(graph, wire, gates.get(wire.to()), place);
    }

    private void put(@Nullable Place place, Node node, Layer layer) {
        if (place == null) {
            nodes.put(node.id(), node);
            return;
        }
        NodeId id = place.of(node.id());
        nodes.put(id, new Node(id, place.titled(node), layer));
        note(id, place.first.then(node.id()));
    }

    private void note(NodeId id, NodeId inFirst) {
        if (!id.equals(inFirst))
            first.put(id, inFirst);
    }

    private static Gate gate(Node input, Place place, Graph graph) {
        boolean only = graph.nodes().stream().filter(n -> n.layer() instanceof BlockInput).count() == 1;
        return new Gate(place.use, only ? "needs an input: draw a wire to it"
                : "needs something at its input ‘%s’: draw a wire to it".formatted(input.label()));
    }

    /// Puts the content of a block in, as often as it is repeated.
    ///
    /// @return what takes the block's inputs
    private List<NodeId> use(Node node, Use use, @Nullable Place around) {
        NodeId id = around == null ? node.id() : around.of(node.id());
        NodeId inFirst = around == null ? id : around.first.then(node.id());
        String title = around == null ? node.label() : around.titled(node);
        if (use.repeat() == 1)
            return place(use, new Place(id, id, title, inFirst));
        List<NodeId> gates = place(use, repetition(id, inFirst, title, 1));
        for (int number = 2; number <= use.repeat(); number++) {
            Place before = repetition(id, inFirst, title, number - 1);
            List<NodeId> next = place(use, repetition(id, inFirst, title, number));
            wires.add(new Wire(before.end, next.getFirst(), 0));
        }
        end(id, inFirst, title, new Gate(id, ""));
        wires.add(new Wire(repetition(id, inFirst, title, use.repeat()).end, id, 0));
        return gates;
    }

    private static Place repetition(NodeId id, NodeId inFirst, String title, int number) {
        return new Place(id, id.then(new NodeId(String.valueOf(number))), title + " (" + number + ")",
                inFirst.then(new NodeId("1")));
    }

    private List<NodeId> place(Use use, Place place) {
        content(use.inside(), place);
        NodeId output = use.definition().output().orElseThrow().id();
        end(place.end, place.first, place.title, new Gate(place.of(output),
                "gives nothing yet: open it and draw a wire to its Block output"));
        return use.definition().inputs().stream().map(n -> place.of(n.id())).toList();
    }

    private void end(NodeId id, NodeId inFirst, String title, Gate gate) {
        nodes.put(id, new Node(id, title, gate));
        note(id, inFirst);
    }

    /// @param gates what takes the inputs where the wire leads into a block
    private void wire(Graph graph, Wire wire, @Nullable List<NodeId> gates, @Nullable Place place) {
        NodeId from = place == null ? wire.from() : place.of(wire.from());
        if (gates != null)
            wires.add(new Wire(from, gates.get(wire.port()), 0));
        else if (place == null)
            wires.add(wire);
        else if (graph.node(wire.to()).orElseThrow().layer() instanceof BlockOutput)
            wires.add(new Wire(from, place.end, 0));
        else
            wires.add(new Wire(from, place.of(wire.to()), wire.port()));
    }

    /// Whether a block can be expanded and there is room for its content, blocks inside it included.
    private boolean takes(Use use) {
        if (use.obstacle().isPresent())
            return false;
        long size = size(use, room);
        if (size > room)
            return false;
        room -= (int) size;
        return true;
    }

    /// How many layers the content of a block has, or any number above the limit where it has more.
    private static long size(Use use, int limit) {
        long once = 1;
        for (Node node : use.inside().nodes()) {
            once += node.layer() instanceof Use inner && inner.obstacle().isEmpty() ? size(inner, limit) : 1;
            if (once > limit)
                return once;
        }
        return once * use.repeat() + 1;
    }
}
