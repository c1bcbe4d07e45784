package org.lamina.ui.maps;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Capture;
import org.lamina.app.colour.Mosaic;
import org.lamina.app.colour.Picture;
import org.lamina.app.colour.Units;
import org.lamina.tensor.Region;

/// The sample that is looked at, and framed on it what a number further on is computed from.
final class InputPane extends VBox {

    static final double SIDE = 112;

    private final Label title = new Label("Input");
    private final Pixels pixels = new Pixels();
    private final Rectangle frame = new Rectangle();
    private final Label words = new Label();
    private int rank;

    InputPane() {
        setId("maps-input");
        getStyleClass().add("map-part");
        title.getStyleClass().add("part-title");
        frame.getStyleClass().add("unit-frame");
        frame.setMouseTransparent(true);
        frame.setVisible(false);
        words.setId("maps-field");
        words.getStyleClass().add("live-text");
        words.setWrapText(true);
        words.setMaxWidth(SIDE);
        words.setMinHeight(USE_PREF_SIZE);
        setMinWidth(SIDE);
        getChildren().addAll(title, new Pane(pixels, frame), words);
    }

    void show(String name, Capture sample) {
        title.setText(name);
        rank = sample.values().sizes().length;
        if (rank == 3)
            pixels.draw(Picture.channelsFirst(sample.values()));
        else {
            Units cells = Units.ofOutput(sample.values());
            pixels.draw(Mosaic.fitting(cells, 1), cells.paint(_ -> cells.scale()));
        }
        pixels.fit(SIDE, SIDE);
    }

    /// Frames a part of the sample; null for none.
    ///
    /// @param what the number that is computed from it
    void frame(@Nullable Region part, String what) {
        frame.setVisible(part != null && rank > 1 && part.rank() == rank && !part.isEmpty());
        words.setText(part == null ? "" : part.isEmpty() ? what + " sees nothing but padding"
                : frame.isVisible()
                        ? "%s sees %d×%d pixels".formatted(what, part.extent(rank - 2), part.extent(rank - 1))
                        : what + " sees all of it");
        if (part == null || !frame.isVisible())
            return;
        double scale = pixels.scale();
        frame.setX(part.first(rank - 1) * scale);
        frame.setY(part.first(rank - 2) * scale);
        frame.setWidth(part.extent(rank - 1) * scale);
        frame.setHeight(part.extent(rank - 2) * scale);
    }
}
