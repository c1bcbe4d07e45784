package org.lamina.graph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Blocks within blocks: finds them, edits inside them, and keeps all uses of a name alike.
final class Nesting {
    private static final int DEEPEST = 8;
    private static final long MOST_LAYERS = 100_000;

    private Nesting() {}

    /// All definitions that a graph uses, directly or within others; those within before those around them.
    static SequencedMap<String, Definition> definitions(Graph graph) {
        SequencedMap<String, Definition> found = new LinkedHashMap<>();
        collect(graph, found);
        return found;
    }

    private static void collect(Graph graph, Map<String, Definition> found) {
        for (Node node : graph.nodes())
            if (node.layer() instanceof Use use && !found.containsKey(use.definition().name())) {
                collect(use.definition().graph(), found);
                found.put(use.definition().name(), use.definition());
            }
    }

    /// Refuses an inside that holds the block itself, or so much that no one could want it.
    static void require(String name, Graph graph) {
        Map<String, Integer> depths = new HashMap<>();
        Map<String, Long> sizes = new HashMap<>();
        for (Definition within : definitions(graph).values()) {
            depths.put(within.name(), depth(within.graph(), depths));
            sizes.put(within.name(), size(within.graph(), sizes));
        }
        if (depths.containsKey(name))
            throw new IllegalArgumentException(
                    "the block %s cannot hold itself: copy what it needs of it, or make a block of another name"
                            .formatted(name));
        if (depth(graph, depths) > DEEPEST)
            throw new IllegalArgumentException(
                    "the block %s nests more than %d blocks in each other: ungroup some".formatted(name, DEEPEST));
        if (size(graph, sizes) > MOST_LAYERS)
            throw new IllegalArgumentException("the block %s holds more than %,d layers with the blocks inside it"
                    .formatted(name, MOST_LAYERS));
    }

    private static int depth(Graph graph, Map<String, Integer> depths) {
        return 1 + graph.uses().mapToInt(u -> depths.getOrDefault(u.definition().name(), 0)).max().orElse(0);
    }

    /// How many layers there are with those inside blocks, no repetition counted.
    private static long size(Graph graph, Map<String, Long> sizes) {
        return graph.nodes().size()
                + graph.uses().mapToLong(u -> sizes.getOrDefault(u.definition().name(), 0L)).sum();
    }

    /// The use that a way of uses leads to; empty where it leads nowhere.
    static Optional<Use> at(Graph graph, List<NodeId> way) {
        Optional<Use> use = Optional.empty();
        Graph around = graph;
        for (NodeId step : way) {
            use = around.use(step);
            if (use.isEmpty())
                return use;
            around = use.get().inside();
        }
        return use;
    }

    /// Edits the inside of the use that a way leads to.
    static Graph within(Graph graph, List<NodeId> way, UnaryOperator<Graph> change) {
        return way.isEmpty() ? change.apply(graph)
                : within(graph, way.getFirst(), inner -> within(inner, way.subList(1, way.size()), change));
    }

    private static Graph within(Graph graph, NodeId id, UnaryOperator<Graph> change) {
        Node node = graph.node(id).orElseThrow(() -> new IllegalArgumentException("there is no block " + id));
        if (!(node.layer() instanceof Use use))
            throw new IllegalArgumentException(node.label() + " is no block");
        Graph changed = change.apply(use.inside());
        if (changed == use.inside())
            return graph;
        Use edited = use.edited(changed);
        Map<String, Definition> now = new HashMap<>(definitions(changed));
        now.put(edited.definition().name(), edited.definition());
        return redefine(graph, now).apply(new Edit.Put(node.with(edited)));
    }

    /// An edit of what stands inside a block, by its way.
    static Graph apply(Graph graph, Edit edit) {
        NodeId block = place(edit).head();
        return within(graph, block, inner -> inner.apply(local(edit, block, graph.use(block).orElseThrow())));
    }

    /// What decides whether an edit is about a block's inside. A wire may end at the block that its source is in.
    static NodeId place(Edit edit) {
        return switch (edit) {
            case Edit.Put(Node node) -> node.id();
            case Edit.Remove(NodeId id) -> id;
            case Edit.Connect(Wire wire) -> wire.from();
            case Edit.Disconnect(Wire wire) -> wire.from();
            case Edit.SetParameter(NodeId id, _, _) -> id;
            case Edit.Rename(NodeId id, _) -> id;
        };
    }

    private static Edit local(Edit edit, NodeId block, Use use) {
        UnaryOperator<NodeId> in = id -> local(id, block, use);
        return switch (edit) {
            case Edit.Put(Node node) -> new Edit.Put(new Node(in.apply(node.id()), node.title(), node.layer()));
            case Edit.Remove(NodeId id) -> new Edit.Remove(in.apply(id));
            case Edit.Connect(Wire wire) -> new Edit.Connect(local(wire, in));
            case Edit.Disconnect(Wire wire) -> new Edit.Disconnect(local(wire, in));
            case Edit.SetParameter(NodeId id, String parameter, Object value) ->
                new Edit.SetParameter(in.apply(id), parameter, value);
            case Edit.Rename(NodeId id, String title) -> new Edit.Rename(in.apply(id), title);
        };
    }

    private static Wire local(Wire wire, UnaryOperator<NodeId> in) {
        return new Wire(in.apply(wire.from()), in.apply(wire.to()), wire.port());
    }

    /// The name within a block; the block itself, or one repetition of it, stands for its output.
    private static NodeId local(NodeId id, NodeId block, Use use) {
        Optional<NodeId> rest = id.equals(block) ? Optional.empty() : id.tail();
        if (use.repeat() > 1)
            rest = rest.flatMap(NodeId::tail);
        return rest.orElseGet(() -> use.definition().output().orElseThrow().id());
    }

    /// All uses of some names with other definitions. Wires stay at the inputs they were at.
    ///
    /// @param now by name; definitions that hold some of these are added
    static Graph redefine(Graph graph, Map<String, Definition> now) {
        Map<NodeId, Node> nodes = new LinkedHashMap<>();
        Map<NodeId, List<NodeId>> moved = new HashMap<>();
        boolean changed = false;
        for (Node node : graph.nodes()) {
            Node next = node.layer() instanceof Use use ? redefined(node, use, use.redefined(now), moved) : node;
            changed |= next != node;
            nodes.put(node.id(), next);
        }
        return changed ? new Graph(nodes, moved.isEmpty() ? graph.wires() : rewired(graph, nodes, moved)) : graph;
    }

    private static Node redefined(Node node, Use before, Use now, Map<NodeId, List<NodeId>> moved) {
        if (now == before)
            return node;
        List<NodeId> inputs = inputs(before);
        if (!inputs.equals(inputs(now)))
            moved.put(node.id(), inputs);
        return node.with(now);
    }

    private static List<NodeId> inputs(Use use) {
        return use.definition().inputs().stream().map(Node::id).toList();
    }

    /// @param moved the inputs that a use had, by port
    private static Set<Wire> rewired(Graph graph, Map<NodeId, Node> nodes, Map<NodeId, List<NodeId>> moved) {
        Set<Wire> wires = new LinkedHashSet<>();
        for (Wire wire : graph.wires()) {
            List<NodeId> before = moved.get(wire.to());
            Node to = nodes.get(wire.to());
            if (before == null || to == null || !(to.layer() instanceof Use now))
                wires.add(wire);
            else {
                int port = inputs(now).indexOf(before.get(wire.port()));
                if (port >= 0)
                    wires.add(new Wire(wire.from(), wire.to(), port));
            }
        }
        return wires;
    }
}
