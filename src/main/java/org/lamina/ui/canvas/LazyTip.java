package org.lamina.ui.canvas;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// A tooltip that is made when the mouse first comes: each one is a window, too dear for hundreds of nodes.
final class LazyTip {

    private LazyTip() {}

    /// @param text asked each time the mouse comes
    static void install(Node node, Supplier<String> text) {
        Tooltip[] made = new Tooltip[1];
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> {
            if (made[0] == null) {
                made[0] = new Tooltip();
                Tooltip.install(node, made[0]);
            }
            made[0].setText(text.get());
        });
    }
}
