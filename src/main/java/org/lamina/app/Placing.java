package org.lamina.app;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lamina.graph.Definition;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.project.Layout;
import org.lamina.project.Point;
import org.lamina.project.Project;

/// Finds a place for every node that has none, such as one that a fix inserted: between what feeds it and what it
/// feeds, making room where there is none.
final class Placing {

    private static final double STEP_X = NodeBox.WIDTH + NodeBox.GAP_X;
    private static final double STEP_Y = NodeBox.HEIGHT + NodeBox.GAP_Y;

    private final Graph graph;
    private final Map<NodeId, Point> places = new LinkedHashMap<>();

    private Placing(Graph graph, Map<NodeId, Point> known) {
        this.graph = graph;
        known.forEach((id, point) -> {
            if (graph.contains(id))
                places.put(id, point);
        });
    }

    /// The project with a place for each of its nodes, those inside of blocks too, and for no other; the same object
    /// where nothing is missing.
    static Project complete(Project project) {
        Layout layout = project.layout();
        Map<String, Layout> blocks = new LinkedHashMap<>();
        for (Definition block : project.graph().definitions().values()) {
            Map<NodeId, Point> known = layout.inside(block.name()).places();
            Map<NodeId, Point> all = complete(block.graph(), known);
            blocks.put(block.name(), all == known ? layout.inside(block.name()) : new Layout(all));
        }
        Map<NodeId, Point> places = complete(project.graph(), layout.places());
        return places == layout.places() && blocks.equals(layout.blocks()) ? project
                : project.with(new Layout(places, blocks));
    }

    private static Map<NodeId, Point> complete(Graph graph, Map<NodeId, Point> known) {
        if (known.keySet().equals(ids(graph)))
            return known;
        Placing placing = new Placing(graph, known);
        for (Node node : graph.order())
            if (!placing.places.containsKey(node.id()))
                placing.place(node.id());
        return placing.places;
    }

    private static Set<NodeId> ids(Graph graph) {
        return graph.nodes().stream().map(Node::id).collect(Collectors.toSet());
    }

    private void place(NodeId id) {
        List<Point> before = placed(graph.incoming(id).stream().map(Wire::from).toList());
        List<Point> after = placed(graph.outgoing(id).stream().map(Wire::to).toList());
        if (!before.isEmpty() && !after.isEmpty())
            between(id, before, after);
        else if (!before.isEmpty())
            put(id, new Point(right(before) + STEP_X, middle(before)));
        else if (!after.isEmpty())
            put(id, new Point(left(after) - STEP_X, middle(after)));
        else
            put(id, new Point(places.isEmpty() ? 0 : left(places.values()), below()));
    }

    private void between(NodeId id, List<Point> before, List<Point> after) {
        double from = right(before);
        double missing = from + 2 * STEP_X - left(after);
        Set<NodeId> behind = graph.downstream(graph.outgoing(id).stream().map(Wire::to).toList());
        if (missing > 0)
            behind.forEach(b -> places.computeIfPresent(b, (_, p) -> p.plus(missing, 0)));
        put(id, new Point(from + STEP_X + Math.max(0, -missing / 2), (middle(before) + middle(after)) / 2));
    }

    private void put(NodeId id, Point wanted) {
        Point point = NodeBox.snapped(wanted);
        while (collides(point))
            point = point.plus(0, NodeBox.GRID);
        places.put(id, point);
    }

    private boolean collides(Point point) {
        return places.values().stream().anyMatch(p -> NodeBox.overlap(p, point));
    }

    private double below() {
        return places.values().stream().mapToDouble(p -> p.y() + STEP_Y).max().orElse(0);
    }

    private List<Point> placed(List<NodeId> ids) {
        return ids.stream().filter(places::containsKey).map(places::get).toList();
    }

    private static double left(Collection<Point> points) {
        return points.stream().mapToDouble(Point::x).min().orElse(0);
    }

    private static double right(Collection<Point> points) {
        return points.stream().mapToDouble(Point::x).max().orElse(0);
    }

    private static double middle(Collection<Point> points) {
        return points.stream().mapToDouble(Point::y).average().orElse(0);
    }
}
