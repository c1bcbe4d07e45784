package org.lamina.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.Edit;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Use;
import org.lamina.graph.Wire;
import org.lamina.project.Point;
import org.lamina.project.Project;
import org.lamina.spec.Role;

/// Puts what a block holds in its place, as often as it is repeated.
final class Ungrouping {

    /// What ungrouping gave.
    record Made(Project project, Set<NodeId> nodes) {}

    private final Project project;
    private final NodeId block;
    private final Use use;
    private final Map<NodeId, Point> drawn;
    private final Map<NodeId, Point> places = new HashMap<>();
    private final Set<NodeId> added = new LinkedHashSet<>();
    private Graph graph;

    private Ungrouping(Project project, NodeId block, Use use) {
        this.project = project;
        this.block = block;
        this.use = use;
        graph = project.graph();
        drawn = new LinkedHashMap<>(project.layout().inside(use.definition().name()).places());
        use.inside().nodes().stream().filter(n -> n.layer().role() != Role.INNER).forEach(n -> drawn.remove(n.id()));
    }

    static Made of(Project project, NodeId block) {
        return new Ungrouping(project, block, project.graph().use(block).orElseThrow()).made();
    }

    private Made made() {
        List<Optional<NodeId>> sources = new ArrayList<>(graph.sources(block));
        List<Wire> fed = graph.outgoing(block);
        @Nullable
        NodeId answer = null;
        for (int number = 0; number < use.repeat(); number++) {
            answer = content(sources, number);
            sources = new ArrayList<>(List.of(Optional.ofNullable(answer)));
        }
        graph = graph.apply(new Edit.Remove(block));
        if (answer != null)
            for (Wire wire : fed)
                graph = graph.apply(new Edit.Connect(new Wire(answer, wire.to(), wire.port())));
        return new Made(project.with(graph).with(project.layout().with(room()).with(places)), added);
    }

    /// Adds the content once.
    ///
    /// @param sources what feeds it, by input
    /// @return what gives its answer; null where nothing does
    private @Nullable NodeId content(List<Optional<NodeId>> sources, int number) {
        Map<NodeId, NodeId> names = new HashMap<>();
        int input = 0;
        for (Node node : use.definition().inputs()) {
            if (input < sources.size())
                sources.get(input).ifPresent(source -> names.put(node.id(), source));
            input++;
        }
        for (Node node : use.inside().nodes())
            if (node.layer().role() == Role.INNER)
                names.put(node.id(), add(node, number));
        for (Wire wire : use.inside().wires()) {
            NodeId from = names.get(wire.from());
            NodeId to = names.get(wire.to());
            if (from != null && to != null)
                graph = graph.apply(new Edit.Connect(new Wire(from, to, wire.port())));
        }
        return use.definition().output().flatMap(o -> use.inside().incoming(o.id(), 0)).map(w -> names.get(w.from()))
                .orElse(null);
    }

    private NodeId add(Node node, int number) {
        NodeId id = graph.contains(node.id()) ? graph.freshId(node.layer().card().id()) : node.id();
        graph = graph.apply(new Edit.Put(new Node(id, node.title(), node.layer())));
        added.add(id);
        Point at = drawn.get(node.id());
        if (at != null)
            places.put(id, at.plus(left() - least(Point::x) + number * (width() + NodeBox.GAP_X),
                    middle() - (least(Point::y) + most(Point::y)) / 2));
        return id;
    }

    /// The content begins where its middle stands where the block stood, or behind what feeds it.
    private double left() {
        double centred = at().x() - (use.repeat() * (width() + NodeBox.GAP_X) - NodeBox.GAP_X - NodeBox.WIDTH) / 2;
        double free = project.graph().sources(block).stream().flatMap(Optional::stream)
                .map(project.layout().places()::get).mapToDouble(p -> p == null ? Double.NEGATIVE_INFINITY
                        : p.x() + NodeBox.WIDTH + NodeBox.GAP_X)
                .max().orElse(Double.NEGATIVE_INFINITY);
        return NodeBox.snapped(new Point(Math.max(centred, free), 0)).x();
    }

    private double middle() {
        return at().y();
    }

    private Point at() {
        return project.layout().places().getOrDefault(block, new Point(0, 0));
    }

    /// Of the content, once.
    private double width() {
        return most(Point::x) - least(Point::x) + NodeBox.WIDTH;
    }

    private double least(ToDoubleFunction<Point> of) {
        return drawn.values().stream().mapToDouble(of).min().orElse(0);
    }

    private double most(ToDoubleFunction<Point> of) {
        return drawn.values().stream().mapToDouble(of).max().orElse(0);
    }

    /// What follows moves on where the content needs its place.
    private Map<NodeId, Point> room() {
        Set<NodeId> behind = new LinkedHashSet<>(project.graph().downstream(List.of(block)));
        behind.remove(block);
        Map<NodeId, Point> moved = new LinkedHashMap<>(project.layout().places());
        moved.keySet().retainAll(behind);
        double end = left() + use.repeat() * (width() + NodeBox.GAP_X);
        double missing = end - moved.values().stream().mapToDouble(Point::x).min().orElse(end);
        moved.replaceAll((_, p) -> p.plus(Math.max(0, missing), 0));
        return moved;
    }
}
