package org.lamina.ui.data;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.lamina.app.DataPreview;

/// How many samples each class has, as bars.
final class ClassBalance extends GridPane {

    ClassBalance(DataPreview preview, List<Node> pictures) {
        setHgap(12);
        setVgap(6);
        int most = Arrays.stream(preview.counts()).max().orElse(1);
        ColumnConstraints fixed = new ColumnConstraints();
        fixed.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(fixed, fixed, fixed, wide);
        for (int c = 0; c < preview.counts().length; c++) {
            Region bar = new Region();
            bar.getStyleClass().add("balance-bar");
            double width = 120.0 * preview.counts()[c] / Math.max(1, most);
            bar.setMinSize(width, 12);
            bar.setMaxSize(width, 12);
            addRow(c, new Label(preview.names().get(c)), bar, new Label(String.valueOf(preview.counts()[c])));
            if (c < pictures.size())
                add(pictures.get(c), 3, c);
        }
    }
}
