package org.lamina.ui.canvas;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.NodeId;
import org.lamina.graph.Problem;
import org.lamina.ui.Action;
import org.lamina.ui.ActionGroup;

/// What opens above the canvas: the search for a layer, what is wrong with one, and the menu of what is selected.
final class Popups {

    private final Region canvas;
    private final Board board;
    private final LayerAdder adder;
    private final ProblemPopup problems;
    private @Nullable ContextMenu menu;

    Popups(Region canvas, Board board) {
        this.canvas = canvas;
        this.board = board;
        adder = new LayerAdder(canvas, board);
        problems = new ProblemPopup(fix -> {
            canvas.requestFocus();
            board.editor().apply(fix);
        });
    }

    /// Those that lie on the canvas itself, the upper one last.
    List<Node> onCanvas() {
        return List.of(problems, adder.popup());
    }

    LayerAdder adder() {
        return adder;
    }

    /// Tells what is wrong with a layer, beside it.
    void showProblems(NodeId id) {
        List<Problem> found = board.inference().problems(id);
        if (!found.isEmpty())
            board.scenery().node(id).ifPresent(v -> problems.open(found, board.camera().toView(v.box()),
                    canvas.getWidth(), canvas.getHeight()));
    }

    void closeProblems() {
        problems.close();
    }

    /// In place of the menu before.
    void openMenu(Point2D view, List<List<Action>> actions) {
        if (menu != null)
            menu.hide();
        ContextMenu opened = new ContextMenu();
        opened.getItems().setAll(new ActionGroup("", actions).items());
        menu = opened;
        Point2D screen = canvas.localToScreen(view);
        opened.show(canvas, screen.getX(), screen.getY());
    }

    /// Closes those that lie on the canvas.
    ///
    /// @return whether one was open
    boolean close() {
        boolean open = adder.popup().isOpen() || problems.isVisible();
        adder.popup().close();
        problems.close();
        return open;
    }
}
