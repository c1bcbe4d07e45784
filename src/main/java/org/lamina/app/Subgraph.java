package org.lamina.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lamina.graph.Definition;
import org.lamina.graph.Edit;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.project.Layout;
import org.lamina.project.Point;
import org.lamina.project.Project;

/// Some nodes, the wires between them and where they stand: what is copied. Blocks take their inside along.
public record Subgraph(Graph graph, Layout layout) {

    /// What pasting gave: the project with the copies, and the copies.
    public record Pasted(Project project, Set<NodeId> nodes) {}

    public static Subgraph of(Project project, Collection<NodeId> chosen) {
        Set<NodeId> ids = Set.copyOf(chosen);
        Map<NodeId, Point> places = new LinkedHashMap<>(project.layout().places());
        places.keySet().retainAll(ids);
        Graph graph = Graph.of(project.graph().nodes().stream().filter(n -> ids.contains(n.id())).toList(),
                project.graph().wires().stream().filter(w -> ids.contains(w.from()) && ids.contains(w.to())).toList());
        Map<String, Layout> blocks = new LinkedHashMap<>(project.layout().blocks());
        blocks.keySet().retainAll(graph.definitions().keySet());
        return new Subgraph(graph, new Layout(places, blocks));
    }

    /// Everything in a project.
    public static Subgraph of(Project project) {
        return new Subgraph(project.graph(), project.layout());
    }

    /// A project with this network and nothing else drawn.
    public Project alone(Project owner) {
        return owner.with(graph).with(layout);
    }

    public boolean isEmpty() {
        return graph.nodes().isEmpty();
    }

    /// The top left corner of all nodes together.
    public Point corner() {
        return new Point(layout.places().values().stream().mapToDouble(Point::x).min().orElse(0),
                layout.places().values().stream().mapToDouble(Point::y).min().orElse(0));
    }

    /// Copies everything into a project under fresh ids, moved by so many pixels.
    ///
    /// @param blocks all of the project, by name
    Pasted into(Project project, Map<String, Definition> blocks, double dx, double dy) {
        Graph changed = project.graph();
        Adoption adopted = Adoption.of(graph, layout.blocks(), blocks);
        Map<NodeId, NodeId> fresh = new LinkedHashMap<>();
        for (Node node : adopted.graph().nodes()) {
            NodeId id = changed.freshId(node.layer().card().id());
            fresh.put(node.id(), id);
            changed = changed.apply(new Edit.Put(new Node(id, node.title(), node.layer())));
        }
        Map<NodeId, Point> moved = new HashMap<>();
        layout.places().forEach((id, p) -> moved.put(fresh.getOrDefault(id, id), p.plus(dx, dy)));
        return new Pasted(project.with(changed.apply(renamed(fresh)))
                .with(adopted.into(project.layout()).with(moved)),
                Set.copyOf(fresh.values()));
    }

    private List<Edit> renamed(Map<NodeId, NodeId> fresh) {
        List<Edit> edits = new ArrayList<>();
        for (Wire wire : graph.wires())
            edits.add(new Edit.Connect(
                    new Wire(fresh.getOrDefault(wire.from(), wire.from()), fresh.getOrDefault(wire.to(), wire.to()),
                            wire.port())));
        return edits;
    }
}
