package org.lamina.ui.inspector;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Labels in the three ranks that panes use, and refusals.
public final class Headings {

    private Headings() {}

    public static Label title(String text) {
        return label(text, "pane-title");
    }

    public static Label section(String text) {
        return label(text, "section-title");
    }

    public static Label muted(String text) {
        Label label = label(text, "muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// What could not be done and why, in a box that is seen.
    public static Node refusal(String id, String message) {
        Label label = new Label(message);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(label);
        box.setId(id);
        box.getStyleClass().addAll("problem", "danger");
        return box;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
