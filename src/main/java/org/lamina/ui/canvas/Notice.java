package org.lamina.ui.canvas;

import javafx.animation.PauseTransition;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.util.Duration;

/// Says for a few seconds why something could not be done.
final class Notice extends Label {
    private static final double MARGIN = 24;

    private final PauseTransition shown = new PauseTransition(Duration.seconds(6));

    Notice() {
        setId("notice");
        getStyleClass().add("canvas-notice");
        setManaged(false);
        setVisible(false);
        setMouseTransparent(true);
        setWrapText(true);
        shown.setOnFinished(_ -> setVisible(false));
    }

    void tell(String message) {
        setText(message);
        setVisible(!message.isEmpty());
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        shown.playFromStart();
        if (getParent() != null)
            getParent().requestLayout();
    }

    void settle(double width, double height) {
        double wide = Math.min(prefWidth(-1), Math.max(0, width - 2 * MARGIN));
        double high = prefHeight(wide);
        resizeRelocate((width - wide) / 2, height - high - MARGIN, wide, high);
    }
}
