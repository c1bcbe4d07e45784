package org.lamina.ui;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/// The controls over a panel; where the panel is narrow they go on in another row.
public final class LiveBar extends FlowPane {

    private static final double GAP = 10;

    public LiveBar(Node... controls) {
        super(GAP, GAP / 2, controls);
        getStyleClass().add("live-bar");
        setRowValignment(VPos.CENTER);
    }
}
