package org.lamina.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamina.spec.Role;
import org.lamina.spec.Structure;

/// A network: nodes and the wires between them, without cycles. Immutable; equal graphs have equal nodes and wires in
/// the same order.
public final class Graph {

    public static final Graph EMPTY = new Graph(Map.of(), Set.of());

    private final Map<NodeId, Node> nodes;
    private final Set<Wire> wires;
    private final Map<NodeId, List<Wire>> incoming = new HashMap<>();
    private final Map<NodeId, List<Wire>> outgoing = new HashMap<>();
    private @Nullable List<Node> order;
    private Expansion.@Nullable Result expansion;

    /// @param wires between these nodes, without cycles
    Graph(Map<NodeId, Node> nodes, Set<Wire> wires) {
        this.nodes = Collections.unmodifiableMap(nodes);
        this.wires = Collections.unmodifiableSet(wires);
        for (Wire wire : wires) {
            incoming.computeIfAbsent(wire.to(), _ -> new ArrayList<>()).add(wire);
            outgoing.computeIfAbsent(wire.from(), _ -> new ArrayList<>()).add(wire);
        }
    }

    /// @throws IllegalArgumentException with a message for people, where a wire cannot be
    public static Graph of(Collection<Node> nodes, Collection<Wire> wires) {
        Map<NodeId, Node> byId = new LinkedHashMap<>();
        nodes.forEach(n -> byId.put(n.id(), n));
        Graph whole = new Graph(byId, new LinkedHashSet<>(wires));
        return WireRule.holds(whole) ? whole : stepwise(nodes, wires);
    }

    /// Wire by wire, so that the first that cannot be is told of.
    private static Graph stepwise(Collection<Node> nodes, Collection<Wire> wires) {
        List<Edit> edits = new ArrayList<>();
        nodes.forEach(n -> edits.add(new Edit.Put(n)));
        wires.forEach(w -> edits.add(new Edit.Connect(w)));
        return EMPTY.apply(edits);
    }

    /// In the order they were added.
    public Collection<Node> nodes() {
        return nodes.values();
    }

    Map<NodeId, Node> byId() {
        return nodes;
    }

    public Set<Wire> wires() {
        return wires;
    }

    public Optional<Node> node(NodeId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    public boolean contains(NodeId id) {
        return nodes.containsKey(id);
    }

    /// Wires that arrive at a node, in no particular order.
    public List<Wire> incoming(NodeId id) {
        return Collections.unmodifiableList(incoming.getOrDefault(id, List.of()));
    }

    public List<Wire> outgoing(NodeId id) {
        return Collections.unmodifiableList(outgoing.getOrDefault(id, List.of()));
    }

    public Optional<Wire> incoming(NodeId id, int port) {
        return incoming(id).stream().filter(w -> w.port() == port).findFirst();
    }

    /// Sources of a node by port up to the last one wired; empty where a port between is free.
    public List<Optional<NodeId>> sources(NodeId id) {
        int ports = incoming(id).stream().mapToInt(w -> w.port() + 1).max().orElse(0);
        List<Optional<NodeId>> sources = new ArrayList<>(Collections.nCopies(ports, Optional.empty()));
        incoming(id).forEach(w -> sources.set(w.port(), Optional.of(w.from())));
        return sources;
    }

    /// The blocks that it uses.
    Stream<Use> uses() {
        return nodes.values().stream().map(Node::layer).filter(Use.class::isInstance).map(Use.class::cast);
    }

    /// The block that a node is; empty where it is another layer, or is not there.
    public Optional<Use> use(NodeId id) {
        return node(id).map(Node::layer).filter(Use.class::isInstance).map(Use.class::cast);
    }

    /// The block that a way of blocks, each inside the one before, leads to.
    public Optional<Use> use(List<NodeId> way) {
        return Nesting.at(this, way);
    }

    /// All definitions of blocks, by name; those used inside others before these.
    public SequencedMap<String, Definition> definitions() {
        return Nesting.definitions(this);
    }

    /// All blocks of a definition's name as it says.
    ///
    /// @throws IllegalArgumentException with a message for people, where a block would hold itself
    public Graph with(Definition definition) {
        return with(definition.name(), definition);
    }

    /// All blocks of a name as a definition says, which may bear another name.
    ///
    /// @throws IllegalArgumentException with a message for people, where a block would hold itself
    public Graph with(String name, Definition definition) {
        Map<String, Definition> now = new HashMap<>(definition.graph().definitions());
        now.put(name, definition);
        return Nesting.redefine(this, now);
    }

    /// The graph after an edit inside the block that a way leads to; with an empty way the graph itself is edited.
    ///
    /// @throws IllegalArgumentException with a message for people, where the edit does not fit
    public Graph within(List<NodeId> way, UnaryOperator<Graph> change) {
        return Nesting.within(this, way, change);
    }

    /// The same network without blocks: what each holds stands in its place. This same object where there are none.
    public Graph expanded() {
        return expansion().graph();
    }

    Expansion.Result expansion() {
        Expansion.Result known = expansion;
        if (known == null) {
            known = Expansion.of(this);
            expansion = known;
        }
        return known;
    }

    /// An id that no node has yet, made from the given word: `conv-2d-3`.
    public NodeId freshId(String word) {
        for (int number = 1;; number++) {
            NodeId id = new NodeId(word + "-" + number);
            if (!contains(id))
                return id;
        }
    }

    /// Nodes so that every node comes after its sources; the order of insertion decides between equals.
    public List<Node> order() {
        List<Node> known = order;
        if (known == null) {
            known = Collections.unmodifiableList(sorted());
            order = known;
        }
        return known;
    }

    /// Visits every node after its sources and hands it their answers, by port; absent where a port is free.
    public <T> Map<NodeId, T> walk(BiFunction<Node, List<Optional<T>>, T> visit) {
        Map<NodeId, T> answers = new LinkedHashMap<>();
        for (Node node : order()) {
            List<Optional<T>> arriving = sources(node.id()).stream().map(s -> s.map(answers::get)).toList();
            answers.put(node.id(), visit.apply(node, arriving));
        }
        return answers;
    }

    /// Nodes that depend on any of the given ones, these included.
    public Set<NodeId> downstream(Collection<NodeId> from) {
        return reach(from, id -> outgoing(id).stream().map(Wire::to));
    }

    /// Nodes that any of the given ones depends on, these included.
    public Set<NodeId> upstream(Collection<NodeId> from) {
        return reach(from, id -> incoming(id).stream().map(Wire::from));
    }

    private static Set<NodeId> reach(Collection<NodeId> from, Function<NodeId, Stream<NodeId>> next) {
        Set<NodeId> seen = new LinkedHashSet<>(from);
        ArrayDeque<NodeId> open = new ArrayDeque<>(from);
        while (!open.isEmpty())
            next.apply(open.remove()).filter(seen::add).forEach(open::add);
        return seen;
    }

    /// The layer whose answer a node hands on: its source, past all that only passes on what arrives.
    public Optional<Node> answering(NodeId id) {
        Optional<Node> source = incoming(id, 0).flatMap(w -> node(w.from()));
        while (source.filter(n -> n.layer() instanceof Structure || n.layer().card().id().equals("reroute"))
                .isPresent())
            source = incoming(source.get().id(), 0).flatMap(w -> node(w.from()));
        return source;
    }

    /// Nodes of a role in the order they were added.
    public List<NodeId> with(Role role) {
        return nodes().stream().filter(n -> n.layer().role() == role).map(Node::id).toList();
    }

    /// Why a wire cannot be, in words for people; empty where it can. A wire that already arrives at the port is no
    /// hindrance, as it gives way.
    public Optional<String> refusal(Wire wire) {
        return WireRule.refusal(this, wire);
    }

    /// The graph after an edit; this same object where nothing changes. An edit of what stands in an expanded block edits
    /// the block.
    ///
    /// @throws IllegalArgumentException with a message for people, where the edit does not fit
    public Graph apply(Edit edit) {
        return Nesting.place(edit).isPath() ? Nesting.apply(this, edit) : Editing.apply(this, edit);
    }

    public Graph apply(List<? extends Edit> edits) {
        Graph graph = this;
        for (Edit edit : edits)
            graph = graph.apply(edit);
        return graph;
    }

    /// @throws IllegalArgumentException with a message for people, where there is no such node
    Node require(NodeId id) {
        return node(id).orElseThrow(() -> new IllegalArgumentException("there is no layer " + id));
    }

    private List<Node> sorted() {
        Map<NodeId, Integer> missing = new HashMap<>();
        ArrayDeque<Node> ready = new ArrayDeque<>();
        for (Node node : nodes.values()) {
            missing.put(node.id(), incoming(node.id()).size());
            if (incoming(node.id()).isEmpty())
                ready.add(node);
        }
        List<Node> sorted = new ArrayList<>(nodes.size());
        while (!ready.isEmpty()) {
            Node node = ready.remove();
            sorted.add(node);
            for (Wire wire : outgoing(node.id()))
                if (missing.merge(wire.to(), -1, Integer::sum) == 0)
                    ready.add(require(wire.to()));
        }
        return sorted;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Graph that
                && List.copyOf(nodes.values()).equals(List.copyOf(that.nodes.values())) && wires.equals(that.wires));
    }

    @Override
    public int hashCode() {
        return 31 * nodes.hashCode() + wires.hashCode();
    }

    @Override
    public String toString() {
        return "Graph" + nodes.values() + wires;
    }
}
