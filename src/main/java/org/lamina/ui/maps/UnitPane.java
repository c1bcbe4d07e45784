package org.lamina.ui.maps;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.lamina.app.colour.Mosaic;
import org.lamina.app.colour.Scale;
import org.lamina.app.colour.Units;

/// One unit, as large as there is room for, with its numbers.
final class UnitPane extends VBox {

    private static final double WIDTH = 172;
    private static final double LEAST = 48;

    private final Label title = new Label();
    private final Pixels pixels = new Pixels();
    private final StackPane room = new StackPane(pixels);
    private final Label numbers = new Label();

    UnitPane() {
        setId("maps-unit");
        getStyleClass().add("map-part");
        title.getStyleClass().add("part-title");
        numbers.getStyleClass().add("live-text");
        numbers.setMinHeight(USE_PREF_SIZE);
        room.setAlignment(Pos.TOP_LEFT);
        room.setMinSize(LEAST, LEAST);
        room.setPrefSize(LEAST, LEAST);
        room.layoutBoundsProperty().subscribe(_ -> fit());
        setVgrow(room, Priority.ALWAYS);
        setMinWidth(WIDTH);
        getChildren().addAll(title, room, numbers);
    }

    void show(String name, Units units, int unit, Scale scale) {
        title.setText(name);
        pixels.draw(Mosaic.single(units), (_, index) -> scale.colour(units.values()[units.start(unit) + index]));
        fit();
        numbers.setText(words(units.of(unit)));
    }

    private void fit() {
        double side = Math.clamp(room.getHeight(), LEAST, WIDTH);
        pixels.fit(side, side);
    }

    private static String words(float[] values) {
        if (values.length == 1)
            return "value " + Legend.words(values[0]);
        double sum = 0;
        float min = values[0];
        float max = values[0];
        int zeros = 0;
        for (float value : values) {
            sum += value;
            min = Math.min(min, value);
            max = Math.max(max, value);
            zeros += value == 0 ? 1 : 0;
        }
        return "min %s   max %s\nmean %s   %.0f %% zero".formatted(Legend.words(min), Legend.words(max),
                Legend.words(sum / values.length), 100.0 * zeros / values.length);
    }
}
