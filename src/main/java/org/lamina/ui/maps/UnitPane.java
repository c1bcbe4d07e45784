package org.lamina.ui.maps;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.lamina.app.colour.Mosaic;
import org.lamina.app.colour.Scale;
import org.lamina.app.colour.Units;

/// One unit, large, with its numbers.
final class UnitPane extends VBox {

    private static final double SIDE = 150;

    private final Label title = new Label();
    private final Pixels pixels = new Pixels();
    private final Label numbers = new Label();

    UnitPane() {
        setId("maps-unit");
        getStyleClass().add("map-part");
        title.getStyleClass().add("part-title");
        numbers.getStyleClass().add("live-text");
        setMinWidth(SIDE + 10);
        getChildren().addAll(title, pixels, numbers);
    }

    void show(Units units, int unit, Scale scale) {
        title.setText("Unit " + (unit + 1));
        pixels.draw(Mosaic.single(units), (_, index) -> scale.colour(units.values()[units.start(unit) + index]));
        pixels.fit(SIDE, SIDE);
        numbers.setText(words(units.of(unit)));
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
        return "max %s\nmean %s\nmin %s\n%.0f %% zero".formatted(Legend.words(max), Legend.words(sum / values.length),
                Legend.words(min), 100.0 * zeros / values.length);
    }
}
