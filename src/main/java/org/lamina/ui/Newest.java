package org.lamina.ui;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What takes long to draw, drawn off the FX thread, one at a time; of what is asked for meanwhile only the newest is
/// drawn. FX thread.
///
/// @param <T> what was drawn
public final class Newest<T> {

    /// Numbers that are coloured before another thread has begun.
    private static final int SMALL = 1 << 16;

    private static final Logger LOG = Logger.getLogger(Newest.class.getName());

    private final Executor background;
    private final Consumer<T> show;
    private @Nullable Supplier<T> next;
    private boolean busy;
    /// Whether what is being drawn is out of date.
    private boolean stale;

    /// @param background runs the drawing
    /// @param show is handed what was drawn, on the FX thread
    public Newest(Executor background, Consumer<T> show) {
        this.background = background;
        this.show = show;
    }

    public void draw(Supplier<T> drawing) {
        next = drawing;
        begin();
    }

    /// Draws what is small at once, in place of all that was asked for before.
    ///
    /// @param numbers that are to be drawn
    public void draw(int numbers, Supplier<T> drawing) {
        if (numbers > SMALL) {
            draw(drawing);
            return;
        }
        next = null;
        stale = busy;
        show.accept(drawing.get());
    }

    private void begin() {
        Supplier<T> drawing = next;
        if (busy || drawing == null)
            return;
        next = null;
        busy = true;
        background.execute(() -> {
            @Nullable
            T drawn = drawn(drawing);
            FxDoor.EXECUTOR.execute(() -> finish(drawn));
        });
    }

    private @Nullable T drawn(Supplier<T> drawing) {
        try {
            return drawing.get();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a picture could not be drawn", e);
            return null;
        }
    }

    private void finish(@Nullable T drawn) {
        busy = false;
        if (drawn != null && !stale)
            show.accept(drawn);
        stale = false;
        begin();
    }
}
