package org.lamina.ui.maps;

import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// How often numbers of each size occur: a bar for each bin, as high as the root of its share, so that rare ones are
/// seen.
final class Histogram extends VBox {

    /// At most: each bar has whole pixels.
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
        if (bars.getChildren().size() != counts.length)
            bars.getChildren().setAll(IntStream.of(counts).mapToObj(_ -> bar(counts.length)).toList());
        for (int bin = 0; bin < counts.length; bin++)
            ((Rectangle) bars.getChildren().get(bin))
                    .setHeight(Math.ceil(HEIGHT * Math.sqrt(counts[bin] / (double) most)));
        low.setText(Legend.words(from));
        high.setText(Legend.words(to));
    }

    private static Rectangle bar(int bins) {
        Rectangle bar = new Rectangle(Math.floor(WIDTH / bins) - 1, 0);
        bar.getStyleClass().add("histogram-bar");
        return bar;
    }
}
