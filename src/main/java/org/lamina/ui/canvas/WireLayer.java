package org.lamina.ui.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;

/// The views of all wires, each on its way around the nodes.
final class WireLayer extends Pane {

    /// Where wires end at the ports of nodes, in the world.
    interface Anchors {
        Point2D at(NodeId node, int port);
    }

    private final Anchors anchors;
    private final Map<Wire, WireView> views = new LinkedHashMap<>();
    private Map<Wire, Ink> inks = Map.of();
    private Map<Wire, Ink> lights = Map.of();

    WireLayer(Anchors anchors) {
        this.anchors = anchors;
        setPickOnBounds(false);
    }

    Optional<WireView> view(Wire wire) {
        return Optional.ofNullable(views.get(wire));
    }

    /// The wire nearest to a point, at most so far away.
    Optional<WireView> near(Point2D world, double distance) {
        WireView nearest = null;
        double best = distance;
        for (WireView view : views.values()) {
            double away = view.route().distance(world);
            if (away < best) {
                nearest = view;
                best = away;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /// A box around the nodes' and all wires, for a wire that runs back swings out beside the nodes, and around what may
    /// move along them.
    Bounds around(Bounds nodes) {
        return views.values().stream().map(WireView::room).reduce(nodes, Scenery::union);
    }

    /// Has a view for each wire of a graph and no others.
    void people(Graph graph, Inference inference) {
        views.keySet().retainAll(graph.wires());
        getChildren().removeIf(node -> node instanceof WireView view && !views.containsKey(view.wire()));
        for (Wire wire : graph.wires())
            views.computeIfAbsent(wire, w -> new WireView(w, inference));
        ink();
    }

    void clear() {
        views.clear();
        getChildren().clear();
    }

    /// Shows only what crosses the part of the world that is seen.
    ///
    /// @param near whether labels can be read
    void cull(Bounds seen, boolean near) {
        List<Node> arriving = new ArrayList<>();
        for (WireView view : views.values()) {
            boolean inSight = view.route().bounds().intersects(seen);
            view.show(inSight, near);
            if (inSight && view.getParent() == null)
                arriving.add(view);
        }
        getChildren().addAll(arriving);
    }

    void show(Inference inference) {
        views.values().forEach(view -> view.show(inference));
    }

    void select(@Nullable Wire selected) {
        views.forEach((wire, view) -> view.select(wire.equals(selected)));
    }

    /// Draws wires in inks of their own; all others as they are by themselves.
    void ink(Map<Wire, Ink> now) {
        inks = now;
        ink();
    }

    /// Draws wires in inks above those of [#ink(Map)].
    void light(Map<Wire, Ink> above) {
        lights = above;
        ink();
    }

    private void ink() {
        views.forEach((wire, view) -> view.ink(inks.get(wire), lights.get(wire)));
    }

    /// Leads some wires anew around the nodes.
    void route(Predicate<Wire> which, Obstacles boxes) {
        views.forEach((wire, view) -> {
            if (which.test(wire))
                view.follow(Route.between(anchors.at(wire.from(), Port.OUTPUT), anchors.at(wire.to(), wire.port()),
                        boxes));
        });
    }
}
