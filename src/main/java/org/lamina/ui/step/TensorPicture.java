package org.lamina.ui.step;

import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.lamina.app.colour.Colouring;
import org.lamina.app.colour.Kernels;
import org.lamina.app.colour.Mosaic;
import org.lamina.app.colour.Scale;
import org.lamina.app.colour.Units;
import org.lamina.tensor.Tensor;
import org.lamina.ui.maps.Legend;
import org.lamina.ui.maps.Pixels;

/// Numbers as a picture: under a title with their scale, or small, to stand on a wire.
final class TensorPicture extends VBox {

    private static final double SIDE = 150;
    private static final int MOST = 16;

    private final Label title = new Label();
    private final Pixels pixels = new Pixels();
    private final StackPane room = new StackPane(pixels);
    private final Legend legend = new Legend(SIDE);

    TensorPicture(String id) {
        super(4);
        setId(id);
        title.getStyleClass().add("part-title");
        title.setMinWidth(USE_PREF_SIZE);
        room.setAlignment(Pos.TOP_LEFT);
        room.setMinSize(SIDE, Region.USE_PREF_SIZE);
        getChildren().addAll(title, room, legend);
    }

    /// What a node gave, or the gradient with respect to it.
    void showOutput(String name, Tensor tensor, Colouring colouring) {
        show(name, Units.ofOutput(tensor), colouring);
    }

    /// Weights, or what became of them.
    void showWeights(String name, Tensor tensor, Colouring colouring) {
        Kernels kernels = Kernels.of(tensor, null);
        show(name, kernels.units(kernels.views().getFirst()), colouring);
    }

    private void show(String name, Units all, Colouring colouring) {
        boolean maps = all.width() * all.height() > 1;
        Units units = maps ? all.first(MOST) : all;
        title.setText(units.count() < all.count() ? "%s, %d of %d".formatted(name, units.count(), all.count()) : name);
        IntFunction<Scale> scales = colouring.of(all);
        pixels.draw(Mosaic.fitting(units, 1), units.paint(scales));
        pixels.fit(SIDE, SIDE);
        legend.show(scales.apply(0));
    }

    /// The first map, or the first cells.
    static Pixels small(Tensor tensor, Colouring colouring, double width, double height) {
        Units all = Units.ofOutput(tensor);
        Units units = all.first(all.width() * all.height() > 1 ? 1 : MOST);
        Pixels picture = new Pixels();
        picture.draw(Mosaic.fitting(units, width / height), units.paint(colouring.of(all)));
        picture.fit(width, height);
        return picture;
    }
}
