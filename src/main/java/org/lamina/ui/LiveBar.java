package org.lamina.ui;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/// The controls over a panel; where the panel is narrow they, and their words, go on in another row.
public final class LiveBar extends FlowPane {

    private static final double GAP = 10;
    private static final double MARGINS = 24;
    private static final double LEAST = 60;

    public LiveBar(Node... controls) {
        super(GAP, GAP / 2, controls);
        getStyleClass().add("live-bar");
        setRowValignment(VPos.CENTER);
        setMinWidth(0);
        for (Node control : controls)
            if (control instanceof Label words) {
                words.setWrapText(true);
                words.maxWidthProperty().bind(widthProperty().map(w -> Math.max(LEAST, w.doubleValue() - MARGINS)));
            }
    }
}
