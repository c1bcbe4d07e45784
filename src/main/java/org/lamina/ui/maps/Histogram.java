package org.lamina.ui.maps;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// How often numbers of each size occur: a bar for each bin, as high as the root of its share, so that rare ones are
/// seen.
final class Histogram extends VBox {

    /// Whole pixels for each of 24 bars.
    private static final double WIDTH = 120;
    private static final double HEIGHT = 44;

    private final HBox bars = new HBox();
    private final Label low = new Label();
    private final Label high = new Label();

    Histogram() {
        super(2);
        bars.getStyleClass().add("histogram");
        bars.setMinHeight(HEIGHT);
        bars.setMaxHeight(HEIGHT);
        low.getStyleClass().add("legend-number");
        high.getStyleClass().add("legend-number");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox numbers = new HBox(low, gap, high);
        numbers.setMaxWidth(WIDTH);
        getChildren().addAll(bars, numbers);
    }

    void show(int[] counts, float from, float to) {
        int most = 1;
        for (int count : counts)
            most = Math.max(most, count);
        bars.getChildren().clear();
        for (int count : counts) {
            Rectangle bar = new Rectangle(WIDTH / counts.length - 1,
                    Math.ceil(HEIGHT * Math.sqrt(count / (double) most)));
            bar.getStyleClass().add("histogram-bar");
            bars.getChildren().add(bar);
        }
        low.setText(Legend.words(from));
        high.setText(Legend.words(to));
    }
}
