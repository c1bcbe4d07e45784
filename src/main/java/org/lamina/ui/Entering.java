package org.lamina.ui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// What enters a window piece by piece, and the window answers in between: to make and style a thousand nodes takes
/// hundreds of milliseconds. FX thread.
public final class Entering {

    /// Nodes that enter in one go, as they are before they are styled; controls have several more then.
    private static final int PIECE = 8;
    /// For how long pieces enter without a break, in nanoseconds.
    private static final long TURN = 10_000_000;
    private static final Queue<Runnable> LEFT = new ArrayDeque<>();

    private static @Nullable Runnable end;
    private static boolean going;

    private Entering() {}

    /// Does something soon, after all that is to be done before.
    public static void soon(Runnable piece) {
        LEFT.add(piece);
        if (!going)
            next();
    }

    /// Does something once everything has entered, in place of what was to be done then before.
    static void atEnd(Runnable last) {
        end = last;
        soon(() -> {});
    }

    /// Has what is in a part that was not in the window in any frame enter it later, in the order of its nodes. What fills a
    /// pane anew meanwhile takes the place of what has not entered it.
    public static void slowly(Node part) {
        takeApart(part).forEach(Entering::soon);
    }

    /// Adds a part to a pane and, where somebody sees the window, styles it, so that this counts as time that it took.
    static void now(Node part, Pane into, int at) {
        into.getChildren().add(at, part);
        Scene scene = part.getScene();
        if (scene != null && scene.getWindow() != null && scene.getWindow().isShowing())
            part.applyCss();
    }

    /// Has all that is left enter at once.
    static void finish() {
        while (!isSettled())
            turn();
    }

    /// Whether everything has entered.
    static boolean isSettled() {
        return LEFT.isEmpty() && end == null;
    }

    private static void next() {
        going = true;
        FxDoor.EXECUTOR.execute(() -> {
            if (Painter.isBusy())
                Painter.whenAtRest(Entering::go);
            else
                go();
        });
    }

    private static void go() {
        going = false;
        long begun = System.nanoTime();
        try {
            while (!isSettled() && System.nanoTime() - begun < TURN)
                turn();
        } finally {
            if (!going && !isSettled())
                next();
        }
    }

    private static void turn() {
        Runnable piece = LEFT.poll();
        if (piece == null) {
            piece = Objects.requireNonNull(end);
            end = null;
        }
        piece.run();
    }

    /// Takes out what is more than a piece.
    ///
    /// @return what lets it in again
    private static List<Runnable> takeApart(Node part) {
        List<Runnable> pieces = new ArrayList<>();
        if (size(part) <= PIECE)
            return pieces;
        if (part instanceof Pane pane && !(pane instanceof BorderPane) && !(pane instanceof TextFlow)) {
            List<Node> children = List.copyOf(pane.getChildren());
            pane.getChildren().clear();
            Node before = null;
            for (Node child : children) {
                Node behind = before;
                pieces.add(() -> enter(pane, child, behind));
                pieces.addAll(takeApart(child));
                before = child;
            }
        } else
            inside(part).forEach(child -> pieces.addAll(takeApart(child)));
        return pieces;
    }

    private static void enter(Pane pane, Node child, @Nullable Node behind) {
        List<Node> there = pane.getChildren();
        int at = behind == null ? 0 : there.indexOf(behind) + 1;
        if (child.getParent() != null || (behind == null ? !there.isEmpty() : at == 0))
            return;
        now(child, pane, at);
    }

    private static int size(Node part) {
        return 1 + inside(part).stream().mapToInt(Entering::size).sum();
    }

    /// What will be below a node.
    private static List<Node> inside(Node part) {
        return switch (part) {
            case ScrollPane scroll -> scroll.getContent() == null ? List.of() : List.of(scroll.getContent());
            case SplitPane split -> List.copyOf(split.getItems());
            case TabPane tabs -> tabs.getTabs().stream().map(Tab::getContent).filter(c -> c != null).toList();
            case Parent parent -> List.copyOf(parent.getChildrenUnmodifiable());
            default -> List.of();
        };
    }
}
