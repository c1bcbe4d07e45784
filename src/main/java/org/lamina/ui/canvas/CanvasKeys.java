package org.lamina.ui.canvas;

import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.lamina.ui.Action;

/// Hears the keys of the canvas's actions. Two keys do more: Space held down lets the pointer push the drawing about, and
/// Tab leaves the canvas past its last layer.
final class CanvasKeys {

    private final CanvasView canvas;
    private final CanvasPointer pointer;
    private final Walk walk;
    private final List<Action> actions;
    /// Whether the space bar is down, which pans.
    private boolean held;

    CanvasKeys(CanvasView canvas, CanvasPointer pointer, Walk walk, List<Action> actions) {
        this.canvas = canvas;
        this.pointer = pointer;
        this.walk = walk;
        this.actions = actions;
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, this::release);
    }

    private void press(KeyEvent e) {
        if (e.getTarget() instanceof TextInputControl)
            return;
        if (e.getCode() == KeyCode.SPACE && !e.isShortcutDown() && !e.isAltDown()) {
            held = true;
            pointer.panning(true);
        } else if (e.getCode() == KeyCode.TAB && !e.isShortcutDown()) {
            if (!walk.step(e.isShiftDown() ? -1 : 1))
                return;
        } else if (!fire(e))
            return;
        e.consume();
    }

    private boolean fire(KeyEvent e) {
        for (Action action : actions)
            if (action.hears(e)) {
                action.fire();
                return true;
            }
        return false;
    }

    private void release(KeyEvent e) {
        if (e.getCode() != KeyCode.SPACE || !held)
            return;
        held = false;
        if (!pointer.panning(false))
            canvas.search();
    }
}
