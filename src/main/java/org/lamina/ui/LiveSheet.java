package org.lamina.ui;

import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// The style sheet of the panels that follow a run, and what they show while they are empty.
public final class LiveSheet {

    private static final String SHEET = Objects.requireNonNull(LiveSheet.class.getResource("live.css"))
            .toExternalForm();

    private LiveSheet() {}

    public static void dress(Parent panel) {
        panel.getStylesheets().add(SHEET);
    }

    /// What to do, where there is nothing to see yet.
    public static StackPane empty(Label advice) {
        advice.setWrapText(true);
        advice.getStyleClass().add("empty-advice");
        StackPane pane = new StackPane(advice);
        pane.getStyleClass().add("empty-pane");
        pane.visibleProperty().bind(advice.textProperty().isNotEmpty());
        pane.managedProperty().bind(pane.visibleProperty());
        return pane;
    }
}
