package org.lamina.ui.canvas;

import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.layout.Region;
import org.lamina.graph.NodeId;

/// The dot on a node that wires start or end at. Larger to the mouse than to the eye.
final class Port extends Region {
    static final double SIZE = 24;
    static final int OUTPUT = -1;
    private static final PseudoClass UNFIT = PseudoClass.getPseudoClass("unfit");
    private static final PseudoClass FIT = PseudoClass.getPseudoClass("fit");
    private static final PseudoClass SNAPPED = PseudoClass.getPseudoClass("snapped");

    private final NodeId node;
    private final int index;

    /// @param index of the input, or [#OUTPUT]
    Port(NodeId node, int index) {
        this.node = node;
        this.index = index;
        setId("node-" + node + (index == OUTPUT ? "-out" : "-in-" + index));
        getStyleClass().add("port");
        setPickOnBounds(true);
        setCursor(Cursor.CROSSHAIR);
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
    }

    NodeId node() {
        return node;
    }

    int index() {
        return index;
    }

    boolean isOutput() {
        return index == OUTPUT;
    }

    /// Shows whether the wire in hand may end here.
    void offer(boolean fits) {
        pseudoClassStateChanged(FIT, fits);
        pseudoClassStateChanged(UNFIT, !fits);
    }

    void snap(boolean snapped) {
        pseudoClassStateChanged(SNAPPED, snapped);
    }

    void rest() {
        pseudoClassStateChanged(FIT, false);
        pseudoClassStateChanged(UNFIT, false);
        pseudoClassStateChanged(SNAPPED, false);
    }
}
