package org.lamina.ui.canvas;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lamina.ui.take.Take;

/// Takes all of a network away as at 100 %, also what is out of sight, which is shown meanwhile.
final class WholeNetwork<T> implements Take<T> {

    private final Scenery scenery;
    private final Runnable cull;
    private final Supplier<Take<T>> begin;
    private @Nullable Take<T> begun;

    /// @param cull shows only what is in sight again
    /// @param begin begins to take what is shown
    WholeNetwork(Scenery scenery, Runnable cull, Supplier<Take<T>> begin) {
        this.scenery = scenery;
        this.cull = cull;
        this.begin = begin;
    }

    @Override
    public boolean read() {
        if (begun != null)
            return begun.read();
        if (scenery.showWhole())
            scenery.applyCss();
        else
            begun = begin.get();
        return true;
    }

    @Override
    public T made() {
        return Objects.requireNonNull(begun).made();
    }

    @Override
    public void close() {
        scenery.showSeen();
        cull.run();
    }
}
