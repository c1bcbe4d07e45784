package org.lamina.ui.maps;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Capture;
import org.lamina.app.Drawing;
import org.lamina.app.Looking;
import org.lamina.app.Wish;
import org.lamina.app.colour.Mosaic;
import org.lamina.app.colour.Scale;
import org.lamina.app.colour.Units;
import org.lamina.graph.NodeId;
import org.lamina.spec.Family;
import org.lamina.ui.LivePanel;
import org.lamina.ui.Sight;
import org.lamina.ui.canvas.NodeDecorations;

/// The first maps of each convolution and pooling node, small, on the node itself.
public final class NodeMaps implements NodeDecorations, LivePanel {

    private static final Set<Family> FAMILIES = Set.of(Family.CONVOLUTION, Family.POOLING);
    private static final int MOST = 8;
    private static final double ASPECT = 2;
    private static final double WIDTH = 144;
    private static final double HEIGHT = 76;

    private final Drawing drawing;
    private final Looking looking;
    private final Node canvas;
    private final Map<NodeId, Tile> tiles = new LinkedHashMap<>();
    private final Map<NodeId, Capture> drawn = new HashMap<>();

    private record Tile(StackPane region, Pixels pixels) {}

    /// @param canvas what must be in sight for the maps to live
    public NodeMaps(Drawing drawing, Looking looking, Node canvas) {
        this.drawing = drawing;
        this.looking = looking;
        this.canvas = canvas;
    }

    @Override
    public @Nullable Region of(NodeId id) {
        boolean wanted = drawing.project().graph().node(id).map(n -> n.layer().card().family())
                .filter(FAMILIES::contains).isPresent();
        if (!wanted)
            return null;
        Pixels pixels = new Pixels();
        StackPane region = new StackPane(pixels);
        region.setId("node-maps-" + id);
        region.getStyleClass().add("node-maps");
        region.setMouseTransparent(true);
        region.setVisible(false);
        region.managedProperty().bind(region.visibleProperty());
        tiles.put(id, new Tile(region, pixels));
        drawn.remove(id);
        return region;
    }

    @Override
    public Node node() {
        return canvas;
    }

    @Override
    public Wish wish() {
        return Wish.maps(tiles.entrySet().stream().filter(e -> isSeen(e.getKey(), e.getValue()))
                .map(e -> drawing.inference().path(e.getKey())).collect(Collectors.toSet()), Set.of());
    }

    @Override
    public long refresh(long nanos) {
        tiles.keySet().removeIf(id -> !drawing.project().graph().contains(id));
        tiles.forEach((id, tile) -> {
            Capture capture = looking.output(drawing.inference().path(id));
            if (capture != null && capture != drawn.put(id, capture))
                draw(tile, Units.ofOutput(capture.values()).first(MOST));
            tile.region.setVisible(capture != null);
        });
        return CONTENT;
    }

    /// A node out of the viewport, or taken off the canvas, is not looked at.
    private boolean isSeen(NodeId id, Tile tile) {
        Node on = tile.region.getParent();
        return on != null && drawing.project().graph().contains(id) && Sight.isSeen(on);
    }

    private static void draw(Tile tile, Units units) {
        Scale scale = units.scale();
        tile.pixels.draw(Mosaic.fitting(units, ASPECT), units.paint(_ -> scale));
        tile.pixels.fit(WIDTH, HEIGHT);
    }
}
