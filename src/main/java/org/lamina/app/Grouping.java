package org.lamina.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.lamina.graph.BlockInput;
import org.lamina.graph.BlockOutput;
import org.lamina.graph.Definition;
import org.lamina.graph.Edit;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Use;
import org.lamina.graph.Wire;
import org.lamina.project.Layout;
import org.lamina.project.Point;
import org.lamina.project.Project;
import org.lamina.spec.Role;

/// Makes a block of some layers: what feeds them from outside becomes its inputs, what they feed outside its output.
final class Grouping {

    /// What grouping gave.
    ///
    /// @param block the use that stands in the layers' place
    record Made(Project project, NodeId block) {}

    private final Project project;
    private final Graph graph;
    private final List<Node> chosen;
    private final Set<NodeId> ids;
    private final Map<NodeId, Node> inputs = new LinkedHashMap<>();
    private Graph content;

    private Grouping(Project project, Collection<NodeId> nodes) {
        this.project = project;
        graph = project.graph();
        ids = Set.copyOf(nodes);
        chosen = graph.order().stream().filter(n -> ids.contains(n.id())).toList();
        content = Graph.of(chosen, graph.wires().stream().filter(w -> has(w.from()) && has(w.to())).toList());
    }

    /// @param name of the new definition
    /// @throws IllegalArgumentException with a message for people, where these layers can be no block
    static Made block(Project project, Collection<NodeId> nodes, String name) {
        Grouping grouping = new Grouping(project, nodes);
        grouping.requireInner();
        grouping.requireNothingBetween();
        return grouping.made(name);
    }

    private boolean has(NodeId id) {
        return ids.contains(id);
    }

    private void requireInner() {
        if (chosen.isEmpty())
            throw new IllegalArgumentException("A block is made of selected layers: select some first");
        for (Node node : chosen)
            if (node.layer().role() != Role.INNER)
                throw new IllegalArgumentException(node.label()
                        + " is an end of the network and stays outside of blocks: select only what lies between the ends");
    }

    private void requireNothingBetween() {
        Set<NodeId> between = new LinkedHashSet<>(graph.downstream(ids));
        between.retainAll(graph.upstream(ids));
        between.removeAll(ids);
        if (!between.isEmpty())
            throw new IllegalArgumentException(label(between.iterator().next())
                    + " lies between the selected layers: select it too, or fewer of them");
    }

    private Made made(String name) {
        NodeId output = output();
        for (Node node : chosen)
            arriving(node);
        NodeId end = content.freshId("block-output");
        content = content.apply(new Edit.Put(new Node(end, "", new BlockOutput())))
                .apply(new Edit.Connect(new Wire(output, end, 0)));
        name();
        NodeId block = graph.freshId(Use.ID);
        Graph changed = graph.apply(replacing(block, output, new Definition(name, "", content, List.of())));
        return new Made(project.with(changed).with(places(block, name)), block);
    }

    /// What leads out of the selection, or the last layer of one that leads nowhere.
    private NodeId output() {
        SequencedSet<NodeId> ends = graph.wires().stream().filter(w -> has(w.from()) && !has(w.to())).map(Wire::from)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (ends.isEmpty())
            chosen.stream().map(Node::id).filter(id -> graph.outgoing(id).isEmpty()).forEach(ends::add);
        if (ends.size() > 1)
            throw new IllegalArgumentException("A block gives one answer, but "
                    + ends.stream().map(this::label).collect(Collectors.joining(" and "))
                    + " lead out of the selection: select also what joins them, or fewer layers");
        return ends.getFirst();
    }

    /// A block input for each source outside, and for each input that needs one and has none.
    private void arriving(Node node) {
        for (Wire wire : graph.incoming(node.id()).stream().sorted(Comparator.comparingInt(Wire::port)).toList())
            if (!has(wire.from()))
                enter(wire.from(), node.id(), wire.port());
        for (int port = 0; port < node.layer().ports().min(); port++)
            if (graph.incoming(node.id(), port).isEmpty())
                enter(new NodeId(node.id() + "-" + port), node.id(), port);
    }

    private void enter(NodeId source, NodeId to, int port) {
        Node input = inputs.get(source);
        if (input == null) {
            input = new Node(content.freshId("block-input"), "", new BlockInput());
            inputs.put(source, input);
            content = content.apply(new Edit.Put(input));
        }
        content = content.apply(new Edit.Connect(new Wire(input.id(), to, port)));
    }

    /// Several inputs bear the names of what feeds them.
    private void name() {
        if (inputs.size() > 1)
            inputs.forEach((source, input) -> graph.node(source)
                    .ifPresent(n -> content = content.apply(new Edit.Rename(input.id(), n.label()))));
    }

    private List<Edit> replacing(NodeId block, NodeId output, Definition definition) {
        List<Edit> edits = new ArrayList<>();
        ids.forEach(id -> edits.add(new Edit.Remove(id)));
        edits.add(new Edit.Put(new Node(block, "", new Use(definition))));
        int port = 0;
        for (NodeId source : inputs.keySet()) {
            if (graph.contains(source))
                edits.add(new Edit.Connect(new Wire(source, block, port)));
            port++;
        }
        graph.outgoing(output).stream().filter(w -> !has(w.to()))
                .forEach(w -> edits.add(new Edit.Connect(new Wire(block, w.to(), w.port()))));
        return edits;
    }

    /// The block stands in the middle of where its layers stood; they keep their places inside.
    private Layout places(NodeId block, String name) {
        Map<NodeId, Point> within = new LinkedHashMap<>(project.layout().places());
        within.keySet().retainAll(ids);
        Point middle = new Point(middle(within, Point::x), middle(within, Point::y));
        return project.layout().with(Map.of(block, NodeBox.snapped(middle))).inside(name, new Layout(within));
    }

    private static double middle(Map<NodeId, Point> places, ToDoubleFunction<Point> of) {
        DoubleSummaryStatistics range = places.values().stream().mapToDouble(of).summaryStatistics();
        return (range.getMin() + range.getMax()) / 2;
    }

    private String label(NodeId id) {
        return graph.node(id).map(Node::label).orElse(id.value());
    }
}
