package org.lamina.ui.start;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Rectangle;
import org.lamina.graph.Graph;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.spec.Family;

/// A small picture of a network: layers as blocks in their family's colour, from left to right by depth.
public final class GraphThumbnail extends Pane {

    private static final double STEP = 26;
    private static final double ROW = 28;
    private static final double WIDTH = 16;
    private static final double HEIGHT = 22;

    public GraphThumbnail(Graph graph, double width, double height) {
        getStyleClass().add("thumbnail");
        setMinSize(width, height);
        setPrefSize(width, height);
        Group drawing = draw(graph);
        double scale = Math.min(1.4, Math.min((width - 24) / Math.max(1, drawing.getLayoutBounds().getWidth()),
                (height - 24) / Math.max(1, drawing.getLayoutBounds().getHeight())));
        drawing.setScaleX(scale);
        drawing.setScaleY(scale);
        drawing.setTranslateX(width / 2 - drawing.getLayoutBounds().getCenterX());
        drawing.setTranslateY(height / 2 - drawing.getLayoutBounds().getCenterY());
        getChildren().add(drawing);
    }

    private static Group draw(Graph graph) {
        Map<NodeId, Point2D> places = places(graph);
        Group drawing = new Group();
        for (Wire wire : graph.wires())
            drawing.getChildren().add(wire(at(places, wire.from()), at(places, wire.to())));
        graph.nodes().forEach(n -> drawing.getChildren().add(block(n.layer().card().family(), at(places, n.id()))));
        return drawing;
    }

    private static Point2D at(Map<NodeId, Point2D> places, NodeId node) {
        return Objects.requireNonNull(places.get(node));
    }

    /// Column by depth, row by order within the column.
    private static Map<NodeId, Point2D> places(Graph graph) {
        Map<NodeId, Integer> depth = graph.walk((_, sources) -> sources.stream()
                .mapToInt(s -> s.map(d -> d + 1).orElse(0)).max().orElse(0));
        Map<Integer, List<NodeId>> columns = graph.order().stream().map(n -> n.id())
                .collect(Collectors.groupingBy(n -> depth.getOrDefault(n, 0)));
        Map<NodeId, Point2D> places = new HashMap<>();
        columns.forEach((column, nodes) -> {
            for (int row = 0; row < nodes.size(); row++)
                places.put(nodes.get(row), new Point2D(column * STEP, (row - (nodes.size() - 1) / 2.0) * ROW));
        });
        return places;
    }

    private static Node block(Family family, Point2D at) {
        Rectangle block = new Rectangle(at.getX(), at.getY() - HEIGHT / 2, WIDTH, HEIGHT);
        block.setArcWidth(6);
        block.setArcHeight(6);
        block.getStyleClass().addAll("thumbnail-block", "family-" + family.name().toLowerCase(Locale.ROOT));
        return block;
    }

    private static Node wire(Point2D from, Point2D to) {
        double x = from.getX() + WIDTH;
        double bend = Math.max(6, (to.getX() - x) / 2);
        CubicCurve curve = new CubicCurve(x, from.getY(), x + bend, from.getY(), to.getX() - bend, to.getY(),
                to.getX(), to.getY());
        curve.getStyleClass().add("thumbnail-wire");
        return curve;
    }
}
