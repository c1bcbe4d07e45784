package org.lamina.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// What the panels that follow a run show while they are empty.
public final class EmptyPane {

    private EmptyPane() {}

    /// What to do, where there is nothing to see yet.
    public static StackPane saying(Label advice) {
        advice.setWrapText(true);
        advice.getStyleClass().add("empty-advice");
        StackPane pane = new StackPane(advice);
        pane.getStyleClass().add("empty-pane");
        pane.visibleProperty().bind(advice.textProperty().isNotEmpty());
        pane.managedProperty().bind(pane.visibleProperty());
        return pane;
    }
}
