package org.lamina.ui.charts;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.lamina.ui.FxDoor;

/// Draws off the FX thread, one picture at a time; of those asked for meanwhile only the newest is drawn.
final class Painter {

    private static final Logger LOG = Logger.getLogger(Painter.class.getName());

    private final Executor drawing;
    private final Consumer<Painted> show;
    private @Nullable Supplier<Painted> next;
    private boolean busy;

    /// @param drawing runs the drawing
    /// @param show is handed what was drawn, on the FX thread
    Painter(Executor drawing, Consumer<Painted> show) {
        this.drawing = drawing;
        this.show = show;
    }

    void paint(Supplier<Painted> picture) {
        next = picture;
        begin();
    }

    private void begin() {
        Supplier<Painted> picture = next;
        if (busy || picture == null)
            return;
        next = null;
        busy = true;
        drawing.execute(() -> {
            Painted drawn = drawn(picture);
            FxDoor.EXECUTOR.execute(() -> finish(drawn));
        });
    }

    private static @Nullable Painted drawn(Supplier<Painted> picture) {
        try {
            return picture.get();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the curves could not be drawn", e);
            return null;
        }
    }

    private void finish(@Nullable Painted drawn) {
        busy = false;
        if (drawn != null)
            show.accept(drawn);
        begin();
    }
}
