package org.lamina.ui.maps;

import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.colour.Bank;
import org.lamina.app.colour.Colouring;
import org.lamina.app.colour.Tiles;
import org.lamina.app.colour.Units;
import org.lamina.graph.NodeId;
import org.lamina.spec.Words;
import org.lamina.tensor.Tensor;
import org.lamina.ui.Newest;

/// What is alive on one node: its first units as small pictures, and how many of its units are switched off. Takes no
/// room while there is nothing to show.
final class NodeTile extends VBox {

    private static final int MOST = 8;
    private static final double ASPECT = 2;
    private static final double WIDTH = 144;
    /// Enlargement of the canvas up to which pictures are sharp.
    private static final double ZOOM = 2;
    private static final double HEIGHT = 76;
    private static final double OFF = 20;

    private final Label off = new Label();
    private final Newest<Tiles> drawing;
    private @Nullable Pixels pixels;
    private @Nullable Tensor drawn;
    private @Nullable Colouring drawnIn;

    /// @param background draws what is not small
    NodeTile(NodeId id, Executor background) {
        super(2);
        drawing = new Newest<>(background, this::show);
        off.getStyleClass().add("units-off");
        off.setId("units-off-" + id);
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
        if (count == 0)
            getChildren().remove(off);
        else {
            off.setText(Words.count(count, "unit") + " off");
            if (off.getParent() == null)
                getChildren().addFirst(off);
        }
        setVisible(count > 0 || output != null);
        if (output != null)
            draw(output, colouring);
        else if (pixels != null)
            pixels.setVisible(false);
    }

    boolean hasPicture() {
        return pixels != null && pixels.isVisible();
    }

    private void draw(Tensor output, Colouring colouring) {
        Pixels picture = picture();
        picture.setVisible(true);
        if (output != drawn || !colouring.equals(drawnIn)) {
            drawn = output;
            drawnIn = colouring;
            double display = ZOOM * picture.display();
            drawing.draw(output.values().length, () -> Tiles.of(
                    Bank.of(Units.ofOutput(output), colouring).first(MOST), ASPECT * HEIGHT, HEIGHT, display));
        }
        fit(picture);
    }

    private void show(Tiles tiles) {
        Pixels picture = picture();
        picture.draw(tiles.picture());
        fit(picture);
    }

    private void fit(Pixels picture) {
        picture.fit(WIDTH, off.getParent() != null ? HEIGHT - OFF : HEIGHT);
    }

    private Pixels picture() {
        if (pixels != null)
            return pixels;
        Pixels made = new Pixels();
        made.managedProperty().bind(made.visibleProperty());
        getChildren().add(made);
        pixels = made;
        return made;
    }
}
