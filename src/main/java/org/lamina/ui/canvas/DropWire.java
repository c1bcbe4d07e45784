package org.lamina.ui.canvas;

import java.util.Optional;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Wiring;
import org.lamina.graph.Wire;
import org.lamina.spec.Layer;

/// The wire that a layer in hand would go into: the nearest one that can take it lights up, and the cursor says between
/// what.
final class DropWire {
    private static final double REACH = 28;

    private final Board board;
    private final Layer layer;
    private @Nullable WireView target;

    DropWire(Board board, Layer layer) {
        this.board = board;
        this.layer = layer;
    }

    void aim(Point2D view) {
        light(board.scenery().wireNear(board.toWorld(view), REACH / board.camera().zoom())
                .filter(w -> Wiring.canInsert(board.inference(), layer, w.wire())).orElse(null));
        wire().ifPresent(w -> board.hint().tell(view,
                "insert between " + board.editor().label(w.from()) + " and " + board.editor().label(w.to()), false));
    }

    Optional<Wire> wire() {
        return Optional.ofNullable(target).map(WireView::wire);
    }

    void rest() {
        light(null);
    }

    private void light(@Nullable WireView next) {
        if (target != null)
            target.target(false);
        target = next;
        board.hint().hush();
        if (next != null)
            next.target(true);
    }
}
