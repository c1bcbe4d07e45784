package org.lamina.ui.step;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.lamina.app.colour.Bank;
import org.lamina.app.colour.Colouring;
import org.lamina.app.colour.Kernels;
import org.lamina.app.colour.Tiles;
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
        show(name, Bank.of(Units.ofOutput(tensor), colouring));
    }

    /// Weights, or what became of them.
    void showWeights(String name, Tensor tensor, Colouring colouring) {
        Kernels kernels = Kernels.of(tensor, null);
        show(name, Bank.of(kernels.units(kernels.views().getFirst()), colouring));
    }

    private void show(String name, Bank all) {
        Bank bank = isOfMaps(all) ? all.first(MOST) : all;
        title.setText(bank.count() < all.count() ? "%s, %d of %d".formatted(name, bank.count(), all.count()) : name);
        pixels.draw(Tiles.of(bank, SIDE, SIDE, pixels.display()).picture());
        pixels.fit(SIDE, SIDE);
        legend.show(all.scale(0));
    }

    private static boolean isOfMaps(Bank bank) {
        Units units = bank.planes().getFirst();
        return units.width() * units.height() > 1;
    }

    /// The first map, or the first cells.
    static Pixels small(Tensor tensor, Colouring colouring, double width, double height) {
        Bank all = Bank.of(Units.ofOutput(tensor), colouring);
        Pixels picture = new Pixels();
        picture.draw(Tiles.of(all.first(isOfMaps(all) ? 1 : MOST), width, height, picture.display()).picture());
        picture.fit(width, height);
        return picture;
    }
}
