package org.lamina.ui.arithmetic;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.lamina.app.Reckoning.Row;
import org.lamina.app.Values;
import org.lamina.app.colour.Scale;

/// Terms in rows: what each is, how it is computed, its number, and a bar as long as the number is large.
final class RowTable extends GridPane {

    private static final double LONGEST = 160;
    private static final double THICK = 12;

    RowTable() {
        setHgap(16);
        setVgap(3);
        getStyleClass().add("row-table");
    }

    /// @param shown how many rows are filled already
    void show(List<Row> rows, int shown, double gamma) {
        getChildren().clear();
        float[] values = new float[rows.size()];
        for (int i = 0; i < values.length; i++)
            values[i] = (float) rows.get(i).value();
        Scale scale = Scale.of(values).with(gamma);
        for (int i = 0; i < rows.size(); i++)
            add(i, rows.get(i), scale, i < shown);
    }

    private void add(int index, Row row, Scale scale, boolean shown) {
        Label value = word(shown ? Values.figure(row.value()) : "…", row);
        setHalignment(value, HPos.RIGHT);
        double longest = Math.max(Math.abs(scale.min()), Math.abs(scale.max()));
        double part = longest == 0 || !shown ? 0 : Math.min(1, Math.abs(row.value()) / longest);
        Rectangle bar = new Rectangle(part * LONGEST, THICK, colour(scale.colour((float) row.value())));
        bar.setStroke(Color.gray(0.5));
        addRow(index, word(row.name(), row), word(shown ? row.how() : "", row), value, bar);
    }

    private static Label word(String text, Row row) {
        Label label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("reckoning-row");
        if (row.chosen())
            label.getStyleClass().add("chosen");
        return label;
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }
}
