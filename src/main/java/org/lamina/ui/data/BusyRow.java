package org.lamina.ui.data;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What is being done, how far it is, and a button that cancels it. One row serves all the news of a piece of work, so
/// that the button does not change under the pointer.
final class BusyRow extends VBox {

    private final Label what = new Label();
    private final ProgressBar bar = new ProgressBar();

    /// @param name of the progress bar `<name>-progress` and the button `<name>-cancel`
    BusyRow(String name, Runnable cancel) {
        super(4);
        what.setWrapText(true);
        bar.setId(name + "-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Button button = new Button("Cancel");
        button.setId(name + "-cancel");
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> cancel.run());
        HBox row = new HBox(8, bar, button);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMaxWidth(360);
        getChildren().addAll(what, row);
    }

    /// Shows the newest news in a pane that may show this row already.
    ///
    /// @param done part that is done, 0…1; NaN while unknown
    void show(Pane in, double done, String now) {
        what.setText(now);
        bar.setProgress(Double.isNaN(done) ? ProgressBar.INDETERMINATE_PROGRESS : done);
        if (!in.getChildren().equals(List.of(this)))
            in.getChildren().setAll(this);
    }
}
