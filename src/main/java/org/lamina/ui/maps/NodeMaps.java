package org.lamina.ui.maps;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
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
import org.lamina.spec.Role;
import org.lamina.spec.Words;
import org.lamina.ui.LivePanel;
import org.lamina.ui.Sight;
import org.lamina.ui.canvas.NodeDecorations;

/// The first maps of each convolution and pooling node, small, on the node itself; and on any node how many of its
/// units are switched off.
public final class NodeMaps implements NodeDecorations, LivePanel {

    private static final Set<Family> FAMILIES = Set.of(Family.CONVOLUTION, Family.POOLING);
    private static final int MOST = 8;
    private static final double ASPECT = 2;
    private static final double WIDTH = 144;
    private static final double HEIGHT = 76;
    private static final double OFF = 20;

    private final Drawing drawing;
    private final Looking looking;
    private final Node canvas;
    private final Map<NodeId, Tile> tiles = new LinkedHashMap<>();
    private final Map<NodeId, Capture> drawn = new HashMap<>();

    private record Tile(VBox region, Label off, @Nullable Pixels pixels) {}

    /// @param canvas what must be in sight for the maps to live
    public NodeMaps(Drawing drawing, Looking looking, Node canvas) {
        this.drawing = drawing;
        this.looking = looking;
        this.canvas = canvas;
    }

    @Override
    public @Nullable Region of(NodeId id) {
        Optional<org.lamina.graph.Node> node = drawing.project().graph().node(id)
                .filter(n -> n.layer().role() == Role.INNER);
        if (node.isEmpty())
            return null;
        boolean pictured = FAMILIES.contains(node.get().layer().card().family());
        Pixels pixels = pictured ? new Pixels() : null;
        Label off = new Label();
        off.getStyleClass().add("units-off");
        off.setId("units-off-" + id);
        off.managedProperty().bind(off.visibleProperty());
        VBox region = new VBox(2, off);
        region.setAlignment(Pos.CENTER);
        if (pixels != null)
            region.getChildren().add(pixels);
        region.setId("node-maps-" + id);
        region.getStyleClass().add("node-maps");
        region.setMouseTransparent(true);
        region.setVisible(false);
        region.managedProperty().bind(region.visibleProperty());
        tiles.put(id, new Tile(region, off, pixels));
        drawn.remove(id);
        return region;
    }

    @Override
    public Node node() {
        return canvas;
    }

    @Override
    public Wish wish() {
        return Wish.maps(
                tiles.entrySet().stream().filter(e -> e.getValue().pixels != null && isSeen(e.getKey(), e.getValue()))
                        .map(e -> drawing.inference().path(e.getKey())).collect(Collectors.toSet()),
                Set.of());
    }

    @Override
    public long refresh(long nanos) {
        tiles.keySet().removeIf(id -> !drawing.project().graph().contains(id));
        tiles.forEach((id, tile) -> refresh(drawing.inference().path(id), id, tile));
        return CONTENT;
    }

    private void refresh(NodeId path, NodeId id, Tile tile) {
        long off = looking.off().count(path);
        tile.off.setVisible(off > 0);
        tile.off.setText(Words.count(off, "unit") + " off");
        Pixels pixels = tile.pixels;
        Capture capture = pixels == null ? null : looking.output(path);
        tile.region.setVisible(off > 0 || capture != null);
        if (pixels == null || capture == null)
            return;
        if (capture != drawn.put(id, capture))
            draw(pixels, Units.ofOutput(capture.values()).first(MOST));
        pixels.fit(WIDTH, off > 0 ? HEIGHT - OFF : HEIGHT);
    }

    /// A node out of the viewport, or taken off the canvas, is not looked at.
    private boolean isSeen(NodeId id, Tile tile) {
        Node on = tile.region.getParent();
        return on != null && drawing.project().graph().contains(id) && Sight.isSeen(on);
    }

    private static void draw(Pixels pixels, Units units) {
        Scale scale = units.scale();
        pixels.draw(Mosaic.fitting(units, ASPECT), units.paint(_ -> scale));
    }
}
