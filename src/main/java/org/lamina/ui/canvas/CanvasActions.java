package org.lamina.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.lamina.app.NetworkEditor;
import org.lamina.app.NodeBox;
import org.lamina.app.Selection;
import org.lamina.ui.Action;
import org.lamina.ui.ActionGroup;

/// Everything that can be done to the drawing, each once: menus, context menus, the command palette, the keyboard
/// overview and the canvas's own keys are made of these.
public final class CanvasActions {
    private static final double FAR = 5 * NodeBox.GRID;
    private static final double PAN = 80;
    private static final ObservableValue<String> INSERT = new ReadOnlyStringWrapper("Insert layer…");

    private final CanvasView canvas;
    private final NetworkEditor editor;
    private final Selection selection;
    private final Walk walk;
    private final Action undo;
    private final Action redo;
    private final Action search;
    private final Action paste;
    private final Action delete;
    private final Action selectAll;
    private final Action layout;
    private final Action fit;
    private final List<Action> clipboard;
    private final List<Action> layer;
    private final List<Action> block;

    CanvasActions(CanvasView canvas, Walk walk) {
        this.canvas = canvas;
        this.walk = walk;
        editor = canvas.editor();
        selection = editor.selection();
        undo = undoing("undo", "Undo", Feather.CORNER_UP_LEFT, "Shortcut+Z", editor.document()::undo,
                editor.document().undoLabelProperty());
        redo = undoing("redo", "Redo", Feather.CORNER_UP_RIGHT, "Shortcut+Shift+Z", editor.document()::redo,
                editor.document().redoLabelProperty()).or("Shortcut+Y");
        search = Action.of("add-layer", "Add layer…", Feather.PLUS, "SPACE", canvas::search);
        paste = Action.of("paste", "Paste", Feather.CLIPBOARD, "Shortcut+V", canvas.clipboard()::paste);
        delete = Action.of("delete", "Delete", Feather.TRASH_2, "DELETE", editor::delete).or("BACKSPACE").when(
                Bindings.createBooleanBinding(() -> !selection.nodes().isEmpty() || selection.wire().isPresent(),
                        selection.nodesProperty(), selection.wireProperty()),
                "nothing is selected");
        selectAll = Action.of("select-all", "Select all", null, "Shortcut+A", editor::selectAll);
        layout = Action.of("layout", "Arrange automatically", Feather.LAYOUT, "L", canvas::autoLayout);
        fit = Action.of("fit", "Fit network", Feather.MAXIMIZE, "F", canvas.viewport()::fit).or("HOME");
        clipboard = List.of(some("cut", "Cut", Feather.SCISSORS, "Shortcut+X", canvas.clipboard()::cut),
                some("copy", "Copy", Feather.COPY, "Shortcut+C", canvas.clipboard()::copy), paste,
                some("duplicate", "Duplicate", null, "Shortcut+D", editor::duplicate), delete);
        layer = List.of(some("parameters", "Edit parameters", Feather.SLIDERS, "ENTER", canvas::openSelected)
                .titled(selection.nodesProperty().map(_ -> isBlock() ? "Open block" : "Edit parameters")),
                some("rename", "Rename", null, "F2", canvas::rename),
                some("problems", "Problems and fixes", Feather.ALERT_TRIANGLE, "P", canvas::showProblems));
        block = List.of(some("make-block", "Make block", Feather.PACKAGE, "Shortcut+G", canvas::makeBlock),
                onBlock("ungroup", "Ungroup", "Shortcut+Shift+G", editor.blocks()::ungroup),
                onBlock("detach", "Make unique", null, () -> selection.last().ifPresent(editor.blocks()::detach)),
                onBlock("keep-block", "Save to palette", null,
                        () -> selection.last().ifPresent(editor.blocks()::keep)),
                Action.of("leave-block", "Leave block", Feather.CORNER_LEFT_UP, "Shift+ENTER", editor.blocks()::leave)
                        .when(editor.drawing().wayProperty().map(way -> !way.isEmpty()), "no block is open"));
    }

    private boolean isBlock() {
        return selection.last().filter(editor.blocks()::isBlock).isPresent();
    }

    /// An action on the selected block.
    private Action onBlock(String id, String title, @Nullable String keys, Runnable run) {
        return Action.of(id, title, null, keys, run).when(selection.nodesProperty().map(_ -> isBlock()),
                "no block is selected");
    }

    private static Action undoing(String id, String title, Feather icon, String keys, Runnable run,
            ObservableValue<String> label) {
        return Action.of(id, title, icon, keys, run)
                .titled(label.map(l -> l.isEmpty() ? title : title + " “" + l + "”"))
                .when(label.map(l -> !l.isEmpty()), "nothing to " + id);
    }

    /// An action on the selected layers.
    private Action some(String id, String title, @Nullable Feather icon, String keys, Runnable run) {
        return Action.of(id, title, icon, keys, run).when(selection.nodesProperty().map(nodes -> !nodes.isEmpty()),
                "nothing is selected");
    }

    public Action undo() {
        return undo;
    }

    public Action redo() {
        return redo;
    }

    public Action fit() {
        return fit;
    }

    public Action layout() {
        return layout;
    }

    public ActionGroup edit() {
        List<Action> adding = new ArrayList<>(List.of(search,
                some("connect", "Connect selected", null, "C", editor::connectSelected)));
        adding.addAll(layer);
        return new ActionGroup("Edit", List.of(List.of(undo, redo), clipboard,
                List.of(selectAll, Action.of("escape", "Cancel, or select nothing", null, "ESC", canvas::escape)),
                adding, block,
                List.of(Action.of("menu", "Menu of what is selected", null, "Shift+F10", canvas::openMenu)
                        .or("Context Menu"))));
    }

    public ActionGroup arrange() {
        return new ActionGroup("Arrange", List.of(List.of(layout), moves("move", "Move", "", NodeBox.GRID),
                moves("move-far", "Move far", "Shift+", FAR)));
    }

    public ActionGroup go() {
        return new ActionGroup("Go", List.of(
                List.of(Action.of("next", "Next layer", null, "TAB", () -> walk.step(1)),
                        Action.of("previous", "Previous layer", null, "Shift+TAB", () -> walk.step(-1)),
                        Action.of("along", "Along the wire", null, "Shortcut+RIGHT", () -> walk.follow(true)),
                        Action.of("back", "Back along the wire", null, "Shortcut+LEFT", () -> walk.follow(false)),
                        Action.of("sibling", "Next branch", null, "Shortcut+DOWN", () -> walk.sibling(1)),
                        Action.of("sibling-back", "Previous branch", null, "Shortcut+UP", () -> walk.sibling(-1))),
                List.of(Action.of("wire", "Next wire", null, "W", () -> walk.wire(1)),
                        Action.of("wire-back", "Previous wire", null, "Shift+W", () -> walk.wire(-1)))));
    }

    /// What changes the sight and not the network.
    public List<List<Action>> view() {
        return List.of(
                List.of(fit,
                        Action.of("zoom-in", "Zoom in", Feather.ZOOM_IN, "PLUS", canvas.viewport()::zoomIn).or("EQUALS",
                                "Shift+EQUALS", "ADD"),
                        Action.of("zoom-out", "Zoom out", Feather.ZOOM_OUT, "MINUS", canvas.viewport()::zoomOut)
                                .or("SUBTRACT"),
                        Action.of("zoom-full", "Zoom to 100 %", null, "1", canvas.viewport()::zoomFull).or("Numpad 1")),
                four("pan", "Look", "Alt+", (dx, dy) -> canvas.viewport().pan(-PAN * dx, -PAN * dy)));
    }

    private List<Action> moves(String id, String title, String modifier, double step) {
        return four(id, title, modifier, (dx, dy) -> {
            if (selection.nodes().isEmpty())
                canvas.viewport().pan(-PAN * dx, -PAN * dy);
            else
                editor.nudge(step * dx, step * dy);
        });
    }

    private interface Way {
        void go(int dx, int dy);
    }

    private static List<Action> four(String id, String title, String modifier, Way way) {
        return List.of(Action.of(id + "-left", title + " left", null, modifier + "LEFT", () -> way.go(-1, 0)),
                Action.of(id + "-right", title + " right", null, modifier + "RIGHT", () -> way.go(1, 0)),
                Action.of(id + "-up", title + " up", null, modifier + "UP", () -> way.go(0, -1)),
                Action.of(id + "-down", title + " down", null, modifier + "DOWN", () -> way.go(0, 1)));
    }

    /// What a right click offers on layers, on a wire, or where nothing is.
    List<List<Action>> menu() {
        if (!selection.nodes().isEmpty())
            return List.of(layer, block, clipboard, List.of(undo, redo));
        if (selection.wire().isPresent())
            return List.of(List.of(search.titled(INSERT), delete), List.of(undo, redo));
        return List.of(List.of(search, paste, selectAll), List.of(layout, fit), List.of(undo, redo));
    }

    /// All that has keys on the canvas.
    Stream<Action> all() {
        return Stream.of(edit(), arrange(), go(), new ActionGroup("", view())).flatMap(g -> g.actions().stream());
    }
}
