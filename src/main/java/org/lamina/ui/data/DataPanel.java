package org.lamina.ui.data;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.lamina.app.DataModel;
import org.lamina.app.DataPreview;
import org.lamina.app.Numbers;
import org.lamina.app.Reading;
import org.lamina.ui.Scroll;
import org.lamina.ui.inspector.Headings;
import org.lamina.ui.take.Takeaway;
import org.lamina.ui.theme.Theme;

/// What the data set holds: size and split, classes and their balance, some samples, warnings.
public final class DataPanel extends Scroll implements Takeaway {

    private final DataModel data;
    private final ObservableValue<Theme> theme;
    private final VBox content = new VBox();
    private final CheckBox asTrained = new CheckBox("As training sees them");
    private final BusyRow busy;

    public DataPanel(DataModel data, ObservableValue<Theme> theme) {
        this.data = data;
        this.theme = theme;
        busy = new BusyRow("data", data::cancel);
        setId("data-panel");
        getStyleClass().add("data-panel");
        setFitToWidth(true);
        content.getStyleClass().add("data-facts");
        setContent(content);
        asTrained.setId("data-as-trained");
        asTrained.visibleProperty().bind(data.augmentedProperty().isNotNull());
        asTrained.managedProperty().bind(asTrained.visibleProperty());
        data.readingProperty().subscribe(this::refresh);
        theme.subscribe((_, _) -> refresh(data.readingProperty().get()));
        data.augmentedProperty().subscribe((_, _) -> refresh(data.readingProperty().get()));
        asTrained.selectedProperty().subscribe((_, _) -> refresh(data.readingProperty().get()));
    }

    private void refresh(Reading reading) {
        switch (reading) {
            case Reading.Busy(double done, String what) -> busy.show(content, done, what);
            case Reading.Failed(String message) -> content.getChildren()
                    .setAll(Headings.refusal("data-failure", message), again());
            case Reading.Cancelled() -> content.getChildren().setAll(Headings.muted("Reading was cancelled."), again());
            case Reading.Ready(DataPreview preview) -> content.getChildren().setAll(ready(preview));
        }
    }

    @Override
    public String subject() {
        return "Data set";
    }

    @Override
    public Node pictured() {
        return content;
    }

    @Override
    public Numbers numbers() {
        DataPreview preview = data.readingProperty().get().preview();
        return preview == null ? Numbers.NONE : preview.numbers();
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
        facts.setWrapText(true);
        VBox warnings = new VBox(4);
        data.warnings(preview).forEach(w -> warnings.getChildren().add(Headings.muted("⚠  " + w)));
        HBox samples = new HBox(24);
        switch (preview.look()) {
            case DataPreview.Pictures pictures -> samples.getChildren()
                    .add(new ClassBalance(preview, Thumbnails.rows(shown(pictures))));
            case DataPreview.Points points -> samples.getChildren()
                    .addAll(new Scatter(points, theme.getValue()), new ClassBalance(preview, List.of()));
            case DataPreview.Rows rows -> samples.getChildren()
                    .addAll(new ClassBalance(preview, List.of()), table(rows));
        }
        return warnings.getChildren().isEmpty() ? List.of(facts, asTrained, samples)
                : List.of(facts, warnings, asTrained, samples);
    }

    private DataPreview.Pictures shown(DataPreview.Pictures stored) {
        DataPreview.Pictures augmented = data.augmentedProperty().get();
        return augmented != null && asTrained.isSelected() ? augmented : stored;
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
