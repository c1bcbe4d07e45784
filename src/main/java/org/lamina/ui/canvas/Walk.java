package org.lamina.ui.canvas;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lamina.app.NetworkEditor;
import org.lamina.app.Wiring;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;

/// Goes from layer to layer and from wire to wire without a pointer.
final class Walk {

    private final CanvasView canvas;
    private final NetworkEditor editor;

    Walk(CanvasView canvas) {
        this.canvas = canvas;
        editor = canvas.editor();
    }

    /// Goes so many layers on in the order of the network; false past either end.
    boolean step(int by) {
        List<NodeId> order = editor.graph().order().stream().map(Node::id).toList();
        int at = editor.selection().last().map(order::indexOf).orElse(by > 0 ? -1 : order.size()) + by;
        if (at < 0 || at >= order.size())
            return false;
        canvas.select(order.get(at));
        return true;
    }

    /// Goes along a wire to the layer that is fed by the selected one, or back to the one that feeds it.
    void follow(boolean forward) {
        editor.selection().last().flatMap(
                id -> Wiring.neighbours(editor.graph(), id, forward).stream().findFirst()).ifPresent(canvas::select);
    }

    /// Goes to another layer that is fed by the same one.
    void sibling(int by) {
        editor.selection().last().ifPresent(id -> Wiring.neighbours(editor.graph(), id, false).stream()
                .map(source -> Wiring.neighbours(editor.graph(), source, true)).filter(fed -> fed.size() > 1)
                .findFirst()
                .ifPresent(fed -> canvas.select(fed.get(Math.floorMod(fed.indexOf(id) + by, fed.size())))));
    }

    /// Goes so many wires on, beginning with one at the selected layer.
    void wire(int by) {
        List<Wire> all = wires(editor.graph());
        if (all.isEmpty())
            return;
        Optional<Wire> before = editor.selection().wire();
        canvas.select(
                all.get(before.map(w -> Math.floorMod(all.indexOf(w) + by, all.size())).orElseGet(() -> at(all))));
    }

    private int at(List<Wire> all) {
        return editor.selection().last().stream()
                .flatMapToInt(id -> IntStream.range(0, all.size())
                        .filter(i -> all.get(i).from().equals(id) || all.get(i).to().equals(id)))
                .findFirst().orElse(0);
    }

    private static List<Wire> wires(Graph graph) {
        return graph.order().stream()
                .flatMap(n -> graph.incoming(n.id()).stream().sorted(Comparator.comparingInt(Wire::port))).toList();
    }
}
