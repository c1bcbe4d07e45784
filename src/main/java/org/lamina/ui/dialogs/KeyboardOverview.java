package org.lamina.ui.dialogs;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.lamina.ui.Scroll;
import org.lamina.ui.inspector.Headings;

/// All keys under their headings.
public final class KeyboardOverview extends Scroll {

    /// @param keys the accelerator as people write it
    public record Entry(String keys, String title) {}

    /// Entries that belong together.
    public record Section(String title, List<Entry> entries) {}

    public KeyboardOverview(List<Section> sections) {
        setId("keyboard-overview");
        setFitToWidth(true);
        FlowPane columns = new FlowPane(36, 24);
        columns.setPrefWrapLength(720);
        sections.stream().filter(s -> !s.entries().isEmpty()).map(KeyboardOverview::section)
                .forEach(columns.getChildren()::add);
        setContent(columns);
    }

    private static VBox section(Section section) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys");
        for (Entry entry : section.entries()) {
            Label keys = new Label(entry.keys());
            keys.getStyleClass().add("key");
            grid.addRow(grid.getRowCount(), keys, new Label(entry.title()));
        }
        return new VBox(8, Headings.section(section.title()), grid);
    }
}
