package org.lamina.ui.canvas;

import java.util.Set;
import java.util.function.Consumer;
import javafx.event.EventTarget;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.GestureEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.ui.Painter;

/// Decides what a press of the mouse begins, and hands the gesture every move until it ends.
final class CanvasPointer {
    private static final double WHEEL = 1.0015;

    private final Node canvas;
    private final Board board;
    private final WireGesture.LooseEnd looseEnd;
    private final Consumer<Point2D> onDoubleClick;
    private final Consumer<NodeId> onOpen;
    private final Consumer<Point2D> onMenu;
    private @Nullable Gesture gesture;
    private @Nullable Wire pressedWire;
    private Point2D pressed = Point2D.ZERO;
    private Point2D last = Point2D.ZERO;
    private boolean panning;
    private boolean panned;

    CanvasPointer(Node canvas, Board board, WireGesture.LooseEnd looseEnd, Consumer<Point2D> onDoubleClick,
            Consumer<NodeId> onOpen, Consumer<Point2D> onMenu) {
        this.canvas = canvas;
        this.board = board;
        this.looseEnd = looseEnd;
        this.onDoubleClick = onDoubleClick;
        this.onOpen = onOpen;
        this.onMenu = onMenu;
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, e -> last = at(e));
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        canvas.addEventHandler(ZoomEvent.ZOOM, this::pinch);
    }

    /// Where the pointer is, in view coordinates.
    Point2D last() {
        return last;
    }

    /// While set, the left button pushes the drawing about. Unset tells whether it was used.
    boolean panning(boolean on) {
        boolean used = panned;
        if (on != panning)
            panned = false;
        panning = on;
        canvas.setCursor(on ? Cursor.OPEN_HAND : null);
        return used;
    }

    boolean isBusy() {
        return gesture != null;
    }

    void abort() {
        if (gesture != null)
            gesture.abort();
        gesture = null;
        pressedWire = null;
    }

    private void press(MouseEvent e) {
        abort();
        canvas.requestFocus();
        pressed = at(e);
        last = pressed;
        if (e.getButton() != MouseButton.PRIMARY || panning) {
            panned = true;
            gesture = new PanGesture(board.camera(), pressed);
        } else
            primary(e);
        e.consume();
    }

    private void primary(MouseEvent e) {
        switch (owner(e.getTarget())) {
            case Port port -> gesture = WireGesture.from(board, port, looseEnd);
            case NodeView node -> gesture = node(node, e);
            case WireView wire -> wire(wire, e);
            case null, default ->
                gesture = new MarqueeGesture(board, pressed, e.isShiftDown() || e.isShortcutDown());
        }
    }

    private @Nullable Gesture node(NodeView view, MouseEvent e) {
        var selection = board.editor().selection();
        if (e.isShiftDown() || e.isShortcutDown())
            selection.toggle(view.node());
        else if (!selection.contains(view.node()))
            selection.set(view.node());
        else
            selection.add(Set.of(view.node()));
        view.toFront();
        return selection.contains(view.node()) ? new MoveGesture(board, pressed, view.node(), !e.isAltDown()) : null;
    }

    private void wire(WireView view, MouseEvent e) {
        if (e.isAltDown()) {
            board.editor().disconnect(view.wire());
            return;
        }
        board.editor().selection().set(view.wire());
        pressedWire = view.wire();
    }

    private void drag(MouseEvent e) {
        last = at(e);
        Wire wire = pressedWire;
        if (wire != null && last.distance(pressed) > 6) {
            pressedWire = null;
            gesture = WireGesture.lifting(board, wire, isNearSource(wire), looseEnd);
        }
        if (gesture != null)
            gesture.move(last);
        e.consume();
    }

    private boolean isNearSource(Wire wire) {
        Point2D world = board.toWorld(pressed);
        return world.distance(board.scenery().anchor(wire.from(), Port.OUTPUT)) < world
                .distance(board.scenery().anchor(wire.to(), wire.port()));
    }

    private void release(MouseEvent e) {
        Gesture ended = gesture;
        gesture = null;
        pressedWire = null;
        if (ended != null)
            ended.drop(at(e));
        if (e.getButton() == MouseButton.SECONDARY && at(e).distance(pressed) < 3)
            menu(e);
        e.consume();
    }

    /// Selects what the menu is about.
    private void menu(MouseEvent e) {
        var selection = board.editor().selection();
        switch (owner(e.getTarget())) {
            case Port port -> selection.set(port.node());
            case NodeView node when selection.contains(node.node()) -> {
            }
            case NodeView node -> selection.set(node.node());
            case WireView wire -> selection.set(wire.wire());
            case null, default -> selection.clear();
        }
        onMenu.accept(at(e));
    }

    private void click(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY || e.getClickCount() != 2 || !e.isStillSincePress())
            return;
        switch (owner(e.getTarget())) {
            case NodeView node -> onOpen.accept(node.node());
            case null -> onDoubleClick.accept(at(e));
            default -> {
            }
        }
        e.consume();
    }

    private void scroll(ScrollEvent e) {
        if (e.isShiftDown())
            Painter.whenAtRest(() -> board.camera().pan(e.getDeltaY() + e.getDeltaX(), 0));
        else
            zoomBy(Math.pow(WHEEL, e.getDeltaY()), e);
        e.consume();
    }

    private void pinch(ZoomEvent e) {
        zoomBy(e.getZoomFactor(), e);
        e.consume();
    }

    private void zoomBy(double factor, GestureEvent e) {
        Painter.whenAtRest(() -> board.camera().zoomBy(factor, new Point2D(e.getX(), e.getY())));
    }

    private static Point2D at(MouseEvent e) {
        return new Point2D(e.getX(), e.getY());
    }

    /// The port, node or wire that something on the canvas belongs to.
    private static @Nullable Node owner(EventTarget target) {
        for (Node n = target instanceof Node node ? node : null; n != null; n = n.getParent())
            if (n instanceof Port || n instanceof NodeView || n instanceof WireView)
                return n;
        return null;
    }
}
