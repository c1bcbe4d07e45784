package org.lamina.ui.maps;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.colour.Mosaic;
import org.lamina.app.colour.Scale;
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
    private double drawnGamma;

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
    /// @param gamma of their colours
    void show(long count, @Nullable Tensor output, double gamma) {
        off.setVisible(count > 0);
        off.setText(Words.count(count, "unit") + " off");
        setVisible(count > 0 || output != null);
        if (output != null)
            draw(output, gamma, count > 0 ? HEIGHT - OFF : HEIGHT);
        else if (pixels != null)
            pixels.setVisible(false);
    }

    boolean hasPicture() {
        return pixels != null && pixels.isVisible();
    }

    private void draw(Tensor output, double gamma, double room) {
        Pixels picture = pixels == null ? make() : pixels;
        picture.setVisible(true);
        if (output != drawn || gamma != drawnGamma) {
            drawn = output;
            drawnGamma = gamma;
            Units first = Units.ofOutput(output).first(MOST);
            Scale scale = first.scale().with(gamma);
            picture.draw(Mosaic.fitting(first, ASPECT), first.paint(_ -> scale));
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
