package org.lamina.ui.maps;

import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/// A class with its probability as a bar and a number, or a value with its name.
final class ProbabilityRow {

    private static final double LENGTH = 70;
    private static final double THICKNESS = 7;

    private final Label name = text();
    private final Rectangle bar = new Rectangle(0, THICKNESS);
    private final StackPane bars = new StackPane();
    private final Label number = text();

    ProbabilityRow() {
        Rectangle room = new Rectangle(LENGTH, THICKNESS);
        room.getStyleClass().add("probability-room");
        bar.getStyleClass().add("probability");
        bars.getChildren().addAll(room, bar);
        bars.setAlignment(Pos.CENTER_LEFT);
        Stream.of(name, bars, number).forEach(n -> n.managedProperty().bind(n.visibleProperty()));
        hide();
    }

    void addTo(GridPane grid, int row) {
        grid.addRow(row, name, bars, number);
    }

    /// @param truth whether it is the class that the sample belongs to
    void showShare(String title, float share, boolean truth) {
        show(title, "%.0f %%".formatted(100 * share), true);
        bar.setWidth(LENGTH * Math.clamp(share, 0f, 1f));
        if (truth != name.getStyleClass().contains("truth"))
            if (truth)
                name.getStyleClass().add("truth");
            else
                name.getStyleClass().remove("truth");
    }

    void showValue(String title, String value) {
        show(title, value, false);
    }

    void hide() {
        Stream.of(name, bars, number).forEach(n -> n.setVisible(false));
    }

    private void show(String title, String value, boolean withBar) {
        name.setText(title);
        number.setText(value);
        name.setVisible(true);
        number.setVisible(true);
        bars.setVisible(withBar);
    }

    private static Label text() {
        Label label = new Label();
        label.getStyleClass().add("probability-text");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
