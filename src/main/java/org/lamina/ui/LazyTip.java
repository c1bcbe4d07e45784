package org.lamina.ui;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// A tooltip that is made when the mouse first comes: each one is a window, too dear for hundreds of nodes.
public final class LazyTip {

    private static final double WIDTH = 360;

    private LazyTip() {}

    /// Two parts of a text, of which the second may be empty.
    public static String lines(String first, String second) {
        return second.isEmpty() ? first : first + "\n" + second;
    }

    /// @param text asked each time the mouse comes
    public static void install(Node node, Supplier<String> text) {
        Tooltip[] made = new Tooltip[1];
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> {
            if (made[0] == null) {
                made[0] = new Tooltip();
                made[0].setWrapText(true);
                made[0].setMaxWidth(WIDTH);
                made[0].setShowDelay(Duration.millis(600));
                Tooltip.install(node, made[0]);
            }
            made[0].setText(text.get());
        });
    }
}
