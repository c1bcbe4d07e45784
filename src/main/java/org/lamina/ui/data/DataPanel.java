package org.lamina.ui.data;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lamina.app.DataModel;
import org.lamina.app.DataPreview;
import org.lamina.app.Reading;
import org.lamina.ui.inspector.Headings;
import org.lamina.ui.theme.Themes;

/// What the data set holds: size and split, classes and their balance, some samples, warnings.
public final class DataPanel extends ScrollPane {

    private final DataModel data;
    private final Themes themes;
    private final VBox content = new VBox();

    public DataPanel(DataModel data, Themes themes) {
        this.data = data;
        this.themes = themes;
        setId("data-panel");
        getStyleClass().add("data-panel");
        setFitToWidth(true);
        content.getStyleClass().add("data-facts");
        setContent(content);
        data.readingProperty().subscribe(this::refresh);
        themes.themeProperty().subscribe((_, _) -> refresh(data.readingProperty().get()));
    }

    private void refresh(Reading reading) {
        content.getChildren().setAll(switch (reading) {
            case Reading.Busy(double done, String what) -> List.of(busy(done, what));
            case Reading.Failed(String message) -> List.of(failed(message), again());
            case Reading.Cancelled() -> List.of(Headings.muted("Reading was cancelled."), again());
            case Reading.Ready(DataPreview preview) -> ready(preview);
        });
    }

    private Node busy(double done, String what) {
        ProgressBar bar = new ProgressBar(Double.isNaN(done) ? ProgressBar.INDETERMINATE_PROGRESS : done);
        bar.setPrefWidth(220);
        Button cancel = new Button("Cancel");
        cancel.setId("data-cancel");
        cancel.getStyleClass().add("small");
        cancel.setOnAction(_ -> data.cancel());
        HBox row = new HBox(10, new Label(what), bar, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node failed(String message) {
        Label label = new Label(message);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(label);
        box.setId("data-failure");
        box.getStyleClass().addAll("problem", "danger");
        return box;
    }

    private Button again() {
        Button again = new Button("Read again");
        again.setOnAction(_ -> data.reload());
        return again;
    }

    private List<Node> ready(DataPreview preview) {
        Label facts = new Label("%,d samples of %s: %,d train, %,d validate".formatted(preview.samples(),
                preview.input().describe(), preview.train(), preview.validation()));
        facts.setId("data-summary");
        VBox warnings = new VBox(4);
        preview.warnings().forEach(w -> warnings.getChildren().add(Headings.muted("⚠  " + w)));
        HBox samples = new HBox(24);
        switch (preview.look()) {
            case DataPreview.Pictures pictures -> samples.getChildren()
                    .add(new ClassBalance(preview, Thumbnails.rows(pictures)));
            case DataPreview.Points points -> samples.getChildren()
                    .addAll(new Scatter(points, themes.theme()), new ClassBalance(preview, List.of()));
            case DataPreview.Rows rows -> samples.getChildren()
                    .addAll(new ClassBalance(preview, List.of()), table(rows));
        }
        return warnings.getChildren().isEmpty() ? List.of(facts, samples) : List.of(facts, warnings, samples);
    }

    private static Node table(DataPreview.Rows rows) {
        TableView<List<String>> table = new TableView<>();
        IntStream.range(0, rows.header().size()).forEach(column -> {
            TableColumn<List<String>, String> cells = new TableColumn<>(rows.header().get(column));
            cells.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(column)));
            cells.setSortable(false);
            table.getColumns().add(cells);
        });
        table.getItems().setAll(rows.rows());
        table.setPrefHeight(260);
        HBox.setHgrow(table, Priority.ALWAYS);
        return table;
    }
}
