package org.lamina.ui.inspector;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Labels in the three ranks that panes use.
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

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
