package org.lamina.ui.canvas;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.Edit;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;

/// Draws a wire from a port, in either direction, or moves one end of a wire that is there. Ports where it cannot end
/// are dimmed; near one where it can, it snaps, and the cursor tells what would come of it.
final class WireGesture implements Gesture {
    private static final double SNAP = 36;

    /// Takes a wire that ended in empty space.
    interface LooseEnd {
        /// @param port input of `node` that waits to be fed, or [Port#OUTPUT]
        void at(Point2D view, NodeId node, int port);
    }

    private final Board board;
    private final NodeId fixed;
    private final int fixedPort;
    private final @Nullable Wire old;
    private final Inference without;
    private final LooseEnd looseEnd;
    private final Path line = new Path();
    private @Nullable Port snapped;

    private WireGesture(Board board, NodeId fixed, int fixedPort, @Nullable Wire old, LooseEnd looseEnd) {
        this.board = board;
        this.fixed = fixed;
        this.fixedPort = fixedPort;
        this.old = old;
        this.looseEnd = looseEnd;
        without = without(board, old);
        line.getStyleClass().addAll("wire", "wire-in-hand");
        line.setId("wire-in-hand");
        board.glass().getChildren().add(line);
        view(old).ifPresent(v -> v.lift(true));
        offer();
    }

    static WireGesture from(Board board, Port port, LooseEnd looseEnd) {
        Optional<Wire> there = port.isOutput() ? Optional.empty() : board.graph().incoming(port.node(), port.index());
        return there.map(w -> lifting(board, w, false, looseEnd))
                .orElseGet(() -> new WireGesture(board, port.node(), port.index(), null, looseEnd));
    }

    /// Takes one end of a wire off.
    ///
    /// @param source whether it is the end where the wire comes from
    static WireGesture lifting(Board board, Wire wire, boolean source, LooseEnd looseEnd) {
        return source
                ? new WireGesture(board, wire.to(), wire.port(), wire, looseEnd)
                : new WireGesture(board, wire.from(), Port.OUTPUT, wire, looseEnd);
    }

    private static Inference without(Board board, @Nullable Wire old) {
        Graph graph = board.graph();
        return old == null ? board.inference()
                : board.inference().next(graph.apply(new Edit.Disconnect(old)), board.inference().expected());
    }

    @Override
    public void move(Point2D view) {
        snap(nearest(view).orElse(null));
        Point2D fixedEnd = board.camera().toView(board.scenery().anchor(fixed, fixedPort));
        Point2D loose = snapped == null ? view
                : board.camera().toView(board.scenery().anchor(snapped.node(), snapped.index()));
        WireView.draw(line, fixedPort == Port.OUTPUT ? Route.direct(fixedEnd, loose) : Route.direct(loose, fixedEnd));
        tell(view);
    }

    private void tell(Point2D view) {
        Port end = snapped;
        if (end != null)
            board.hint().tell(view, without.preview(wire(end)), "fits; the shape is not known yet");
        else
            refusalUnder(view).ifPresentOrElse(words -> board.hint().tell(view, words, true), this::tellNothing);
    }

    private void tellNothing() {
        board.hint().hush();
    }

    /// Why the wire cannot end at the node under the pointer.
    private Optional<String> refusalUnder(Point2D view) {
        return board.scenery().nodeAt(board.toWorld(view)).filter(n -> !n.node().equals(fixed))
                .flatMap(n -> without.graph().refusal(fixedPort == Port.OUTPUT
                        ? new Wire(fixed, n.node(), 0)
                        : new Wire(n.node(), fixed, fixedPort)));
    }

    @Override
    public void drop(Point2D view) {
        Port end = snapped;
        finish();
        if (end == null)
            loose(view);
        else if (old == null)
            board.editor().connect(wire(end));
        else
            board.editor().reroute(old, wire(end));
    }

    private void loose(Point2D view) {
        if (board.scenery().nodeAt(board.toWorld(view)).isPresent())
            return;
        if (old != null)
            board.editor().disconnect(old);
        else
            looseEnd.at(view, fixed, fixedPort);
    }

    @Override
    public void abort() {
        finish();
    }

    private void finish() {
        board.glass().getChildren().remove(line);
        board.hint().hush();
        view(old).ifPresent(v -> v.lift(false));
        board.scenery().nodes().forEach(n -> {
            n.inputs().forEach(Port::rest);
            Optional.ofNullable(n.output()).ifPresent(Port::rest);
        });
    }

    private Optional<WireView> view(@Nullable Wire wire) {
        return wire == null ? Optional.empty() : board.scenery().wire(wire);
    }

    private void offer() {
        for (NodeView node : board.scenery().nodes()) {
            node.inputs().forEach(p -> p.offer(fits(p)));
            Optional.ofNullable(node.output()).ifPresent(p -> p.offer(fits(p)));
        }
    }

    private boolean fits(Port port) {
        return port.isOutput() != (fixedPort == Port.OUTPUT) && without.graph().refusal(wire(port)).isEmpty();
    }

    private Wire wire(Port end) {
        return end.isOutput() ? new Wire(end.node(), fixed, fixedPort) : new Wire(fixed, end.node(), end.index());
    }

    private void snap(@Nullable Port port) {
        if (snapped != null)
            snapped.snap(false);
        snapped = port;
        if (port != null)
            port.snap(true);
    }

    /// The nearest port where the wire can end; on a node every one counts as near, free ones first.
    private Optional<Port> nearest(Point2D view) {
        Point2D world = board.toWorld(view);
        Port best = null;
        double least = SNAP / board.camera().zoom();
        Optional<NodeView> under = board.scenery().nodeAt(world);
        for (NodeView node : under.isPresent() ? List.of(under.get()) : board.scenery().nodes())
            for (Port port : ends(node)) {
                double away = node.anchor(port.index()).distance(world)
                        - (under.isPresent() ? NodeView.WIDTH + (isTaken(port) ? 0 : NodeView.WIDTH / 2) : 0);
                if (away < least && fits(port)) {
                    best = port;
                    least = away;
                }
            }
        return Optional.ofNullable(best);
    }

    private List<Port> ends(NodeView node) {
        if (fixedPort == Port.OUTPUT)
            return node.inputs();
        Port output = node.output();
        return output == null ? List.of() : List.of(output);
    }

    private boolean isTaken(Port port) {
        return !port.isOutput() && without.graph().incoming(port.node(), port.index()).isPresent();
    }
}
