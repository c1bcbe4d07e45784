package org.lamina.ui.canvas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.lamina.app.NetworkEditor;
import org.lamina.app.NodeBox;
import org.lamina.app.Wiring;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;

/// Everything on the canvas by keyboard. Tab goes from layer to layer in the order of the network, Ctrl with an arrow
/// key follows wires, arrow keys alone move what is selected.
final class CanvasKeys {

    private final CanvasView canvas;
    private final NetworkEditor editor;
    private final CanvasPointer pointer;
    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();

    CanvasKeys(CanvasView canvas, CanvasPointer pointer) {
        this.canvas = canvas;
        this.editor = canvas.editor();
        this.pointer = pointer;
        edits();
        views();
        nudges();
        key("shortcut+RIGHT", () -> follow(true));
        key("shortcut+LEFT", () -> follow(false));
        key("shortcut+DOWN", () -> sibling(1));
        key("shortcut+UP", () -> sibling(-1));
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, this::release);
    }

    private void edits() {
        key("shortcut+Z", editor.document()::undo);
        key("shortcut+shift+Z", editor.document()::redo);
        key("shortcut+Y", editor.document()::redo);
        key("shortcut+X", canvas::cut);
        key("shortcut+C", canvas::copy);
        key("shortcut+V", canvas::paste);
        key("shortcut+D", editor::duplicate);
        key("shortcut+A", editor::selectAll);
        key("DELETE", editor::delete);
        key("BACK_SPACE", editor::delete);
        key("F2", canvas::rename);
        key("C", editor::connectSelected);
        key("ENTER", canvas::openSelected);
        key("P", canvas::showProblems);
    }

    private void views() {
        key("F", canvas::fit);
        key("HOME", canvas::fit);
        key("1", canvas::zoomFull);
        key("PLUS", canvas::zoomIn);
        key("EQUALS", canvas::zoomIn);
        key("ADD", canvas::zoomIn);
        key("MINUS", canvas::zoomOut);
        key("SUBTRACT", canvas::zoomOut);
        key("L", canvas::autoLayout);
    }

    private void nudges() {
        double step = NodeBox.GRID;
        Map<String, double[]> ways = Map.of("LEFT", new double[]{-step, 0}, "RIGHT", new double[]{step, 0}, "UP",
                new double[]{0, -step}, "DOWN", new double[]{0, step});
        ways.forEach((name, by) -> {
            key(name, () -> nudge(by[0], by[1]));
            key("shift+" + name, () -> nudge(by[0] * 5, by[1] * 5));
        });
    }

    private void key(String combination, Runnable verb) {
        keys.put(KeyCombination.valueOf(combination), verb);
    }

    private void press(KeyEvent e) {
        if (e.getTarget() instanceof TextInputControl)
            return;
        if (e.getCode() == KeyCode.ESCAPE)
            escape();
        else if (e.getCode() == KeyCode.TAB && !e.isShortcutDown()) {
            if (!step(e.isShiftDown() ? -1 : 1))
                return;
        } else if (e.getCode() == KeyCode.SPACE)
            pointer.panning(true);
        else if (!run(e))
            return;
        e.consume();
    }

    private boolean run(KeyEvent e) {
        for (Map.Entry<KeyCombination, Runnable> key : keys.entrySet())
            if (key.getKey().match(e)) {
                key.getValue().run();
                return true;
            }
        return false;
    }

    private void release(KeyEvent e) {
        if (e.getCode() == KeyCode.SPACE && !(e.getTarget() instanceof TextInputControl) && !pointer.panning(false))
            canvas.search();
    }

    private void escape() {
        if (pointer.isBusy())
            pointer.abort();
        else if (!canvas.closePopups())
            editor.selection().clear();
    }

    private void nudge(double dx, double dy) {
        if (editor.selection().nodes().isEmpty())
            step(1);
        else
            editor.nudge(dx, dy);
    }

    /// Goes so many layers on; false past either end, where the focus leaves the canvas.
    private boolean step(int by) {
        List<NodeId> order = editor.graph().order().stream().map(Node::id).toList();
        int at = editor.selection().last().map(order::indexOf).orElse(by > 0 ? -1 : order.size()) + by;
        if (at < 0 || at >= order.size())
            return false;
        canvas.goTo(order.get(at));
        return true;
    }

    private void follow(boolean forward) {
        editor.selection().last().flatMap(
                id -> Wiring.neighbours(editor.graph(), id, forward).stream().findFirst()).ifPresent(canvas::goTo);
    }

    /// Goes to another layer that is fed by the same one.
    private void sibling(int by) {
        editor.selection().last().ifPresent(id -> Wiring.neighbours(editor.graph(), id, false).stream().findFirst()
                .map(source -> Wiring.neighbours(editor.graph(), source, true))
                .ifPresent(all -> canvas.goTo(all.get(Math.floorMod(all.indexOf(id) + by, all.size())))));
    }
}
