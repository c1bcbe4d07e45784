package org.lamina.ui.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.CacheHint;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.lamina.app.Scope;
import org.lamina.app.Selection;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.project.Point;

/// The views of all nodes and wires of a drawing, kept from one change to the next. Which of them are drawn is said by
/// what is in sight; a node that moves takes its wires along.
final class Scenery extends Group {
    private static final double LABELS_FROM = 0.3;
    private static final int HURRY_FROM = 60;
    /// For how long nodes come into sight without a break, in nanoseconds.
    private static final long AT_ONCE = 5_000_000;

    private final Scope drawing;
    private final NodeDecorations decorations;
    private final Consumer<NodeId> onProblems;
    private final Map<NodeId, NodeView> nodes = new LinkedHashMap<>();
    private final WireLayer wires = new WireLayer(this::anchor);
    private final Pane nodeLayer = new Pane() {
        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            if (rerouting && !left)
                route();
        }
    };
    private Map<NodeId, Light> lights = Map.of();
    private boolean rerouting;
    /// Whether some nodes in sight are not drawn yet.
    private boolean left;
    private boolean whole;

    Scenery(Scope drawing, Selection selection, NodeDecorations decorations, Consumer<NodeId> onProblems) {
        this.drawing = drawing;
        this.decorations = decorations;
        this.onProblems = onProblems;
        getStyleClass().add("canvas-world");
        nodeLayer.setPickOnBounds(false);
        getChildren().addAll(wires, nodeLayer);
        drawing.wayProperty().addListener((_, _, _) -> clear());
        drawing.projectProperty().addListener((_, before, now) -> {
            if (before.graph() != now.graph())
                people(now.graph());
            place();
        });
        drawing.inferenceProperty().addListener((_, _, now) -> describe(now));
        selection.nodesProperty().addListener((_, _, now) -> nodes.forEach((id, v) -> v.select(now.contains(id))));
        selection.wireProperty().addListener((_, _, now) -> wires.select(now));
        people(drawing.project().graph());
        place();
        route();
    }

    Collection<NodeView> nodes() {
        return nodes.values();
    }

    Optional<NodeView> node(NodeId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    Optional<WireView> wire(Wire wire) {
        return wires.view(wire);
    }

    Optional<NodeView> nodeAt(Point2D world) {
        return nodes.values().stream().filter(v -> v.box().contains(world)).reduce((_, upper) -> upper);
    }

    /// The wire nearest to a point, at most so far away.
    Optional<WireView> wireNear(Point2D world, double distance) {
        return wires.near(world, distance);
    }

    /// Where a wire ends at a port, in the world.
    Point2D anchor(NodeId node, int port) {
        return node(node).map(v -> v.anchor(port)).orElse(Point2D.ZERO);
    }

    /// The box around all nodes and wires, for a wire that runs back swings out beside them, and around what moves along
    /// wires; empty where there are none.
    Optional<Bounds> extentWithWires() {
        return extent().map(wires::around);
    }

    /// The box around all nodes; empty where there are none.
    Optional<Bounds> extent() {
        return extent(nodes.values());
    }

    static Optional<Bounds> extent(Collection<NodeView> views) {
        return views.stream().map(NodeView::box).reduce(Scenery::union);
    }

    static Bounds union(Bounds a, Bounds b) {
        double x = Math.min(a.getMinX(), b.getMinX());
        double y = Math.min(a.getMinY(), b.getMinY());
        return new BoundingBox(x, y, Math.max(a.getMaxX(), b.getMaxX()) - x, Math.max(a.getMaxY(), b.getMaxY()) - y);
    }

    /// From now on shows everything as at 100 %, whatever is seen; of many nodes some are left for the next call.
    ///
    /// @return whether some are left
    boolean showWhole() {
        whole = true;
        return cull(getLayoutBounds(), 1);
    }

    /// From now on shows what is seen, when that is told next.
    void showSeen() {
        whole = false;
    }

    /// Shows only what lies in the part of the world that is seen. Where many nodes come into sight at once, some are left
    /// for the next call, and wires keep their ways until all are there.
    ///
    /// @return whether some are left
    boolean cull(Bounds inWindow, double zoom) {
        Bounds seen = whole ? extentWithWires().orElse(inWindow) : inWindow;
        boolean near = whole || zoom >= LABELS_FROM;
        long begun = System.nanoTime();
        boolean dressed = false;
        left = false;
        for (NodeView view : nodes.values()) {
            boolean inSight = view.box().intersects(seen) || view.isFocused();
            boolean isNew = inSight && view.isNew(near);
            if (isNew && dressed && System.nanoTime() - begun > AT_ONCE) {
                left = true;
                continue;
            }
            view.show(inSight, near);
            if (inSight && view.getParent() == null)
                nodeLayer.getChildren().add(view);
            if (isNew)
                view.applyCss();
            dressed |= isNew;
        }
        wires.cull(seen, near);
        if (!left && rerouting)
            nodeLayer.requestLayout();
        return left;
    }

    /// Draws nodes as pictures while everything moves: fast, but not sharp. A small network needs none of that.
    void hurry(boolean hurried) {
        if (nodes.size() < HURRY_FROM)
            return;
        nodeLayer.getChildren().forEach(view -> hurry(view, hurried));
    }

    private static void hurry(Node view, boolean hurried) {
        view.setCacheHint(hurried ? CacheHint.SPEED : CacheHint.DEFAULT);
        view.setCache(hurried);
    }

    /// Draws wires in inks of their own; all others as they are by themselves.
    void ink(Map<Wire, Ink> now) {
        wires.ink(now);
    }

    /// Lights some nodes, and wires in inks above those of [#ink(Map)].
    void light(Map<NodeId, Light> lit, Map<Wire, Ink> above) {
        lights = lit;
        nodes.forEach((id, view) -> view.light(lit.get(id)));
        wires.light(above);
    }

    private void people(Graph graph) {
        nodes.keySet().removeIf(id -> !graph.contains(id));
        nodeLayer.getChildren().removeIf(node -> node instanceof NodeView view && !nodes.containsKey(view.node()));
        for (org.lamina.graph.Node node : graph.nodes())
            nodes.computeIfAbsent(node.id(), _ -> view(node)).light(lights.get(node.id()));
        wires.people(graph, drawing.inference());
    }

    /// Another network comes, whose nodes may bear the same names.
    private void clear() {
        nodes.clear();
        wires.clear();
        nodeLayer.getChildren().clear();
    }

    private NodeView view(org.lamina.graph.Node node) {
        NodeId id = node.id();
        NodeView view = new NodeView(node, drawing.inference(),
                () -> new NodeFace(id, decorations.all(id), onProblems), () -> decorations.words(id));
        view.heightProperty().addListener((_, _, _) -> rerouting = true);
        return view;
    }

    private void describe(Inference inference) {
        for (org.lamina.graph.Node node : inference.graph().nodes())
            node(node.id()).ifPresent(v -> v.show(node, inference));
        wires.show(inference);
        routeSoon();
    }

    private void place() {
        Map<NodeId, Point> places = drawing.project().layout().places();
        List<NodeId> moved = new ArrayList<>();
        nodes.forEach((id, view) -> {
            Point at = places.get(id);
            if (at != null && (view.getLayoutX() != at.x() || view.getLayoutY() != at.y())) {
                view.place(at);
                moved.add(id);
            }
        });
        if (moved.size() == 1)
            routeAt(moved.getFirst());
        else if (!moved.isEmpty())
            routeSoon();
    }

    private void routeSoon() {
        rerouting = true;
        nodeLayer.requestLayout();
    }

    /// While one node moves only its own wires follow; the others keep out of its way when it has come to rest.
    private void routeAt(NodeId node) {
        wires.route(wire -> wire.from().equals(node) || wire.to().equals(node), new Obstacles(boxes()));
    }

    void route() {
        rerouting = false;
        wires.route(_ -> true, new Obstacles(boxes()));
    }

    List<Bounds> boxes() {
        return nodes.values().stream().map(NodeView::box).toList();
    }
}
