package org.lamina.ui.maps;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.colour.Colouring;
import org.lamina.app.colour.Mosaic;
import org.lamina.app.colour.Units;
import org.lamina.graph.NodeId;
import org.lamina.spec.Words;
import org.lamina.tensor.Tensor;

/// What is alive on one node: its first units as small pictures, and how many of its units are switched off. Takes no
/// room while there is nothing to show.
final class NodeTile extends VBox {

    private static final int MOST = 8;
    private static final double ASPECT = 2;
    private static final double WIDTH = 144;
    private static final double HEIGHT = 76;
    private static final double OFF = 20;

    private final Label off = new Label();
    private @Nullable Pixels pixels;
    private @Nullable Tensor drawn;
    private @Nullable Colouring drawnIn;

    NodeTile(NodeId id) {
        super(2);
        off.getStyleClass().add("units-off");
        off.setId("units-off-" + id);
        off.setVisible(false);
        off.managedProperty().bind(off.visibleProperty());
        getChildren().add(off);
        setAlignment(Pos.CENTER);
        setId("node-maps-" + id);
        getStyleClass().add("node-maps");
        setMouseTransparent(true);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /// @param count of units that are switched off
    /// @param output whose first units to show; null for none
    void show(long count, @Nullable Tensor output, Colouring colouring) {
        off.setVisible(count > 0);
        off.setText(Words.count(count, "unit") + " off");
        setVisible(count > 0 || output != null);
        if (output != null)
            draw(output, colouring, count > 0 ? HEIGHT - OFF : HEIGHT);
        else if (pixels != null)
            pixels.setVisible(false);
    }

    boolean hasPicture() {
        return pixels != null && pixels.isVisible();
    }

    private void draw(Tensor output, Colouring colouring, double room) {
        Pixels picture = pixels == null ? make() : pixels;
        picture.setVisible(true);
        if (output != drawn || !colouring.equals(drawnIn)) {
            drawn = output;
            drawnIn = colouring;
            Units all = Units.ofOutput(output);
            Units first = all.first(MOST);
            picture.draw(Mosaic.fitting(first, ASPECT), first.paint(colouring.of(all)));
        }
        picture.fit(WIDTH, room);
    }

    private Pixels make() {
        Pixels made = new Pixels();
        made.managedProperty().bind(made.visibleProperty());
        getChildren().add(made);
        pixels = made;
        return made;
    }
}
