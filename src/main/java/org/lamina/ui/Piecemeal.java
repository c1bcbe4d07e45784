package org.lamina.ui;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/// What a panel draws, in parts: a frame draws as many as it has time for, and between frames the window answers. All
/// parts are of one moment; what comes meanwhile is drawn after them.
public final class Piecemeal {

    /// What panels may take of one frame, in nanoseconds; half of it remains for layout and for handing over to the
    /// threads that paint.
    static final long FRAME = 8_000_000;

    private final Queue<Runnable> left = new ArrayDeque<>();

    /// Begins to draw, once what was begun before is done.
    ///
    /// @return nanoseconds after which to [go][#go] on; [LivePanel#CONTENT] where all is drawn
    public long begin(List<Runnable> parts) {
        left.addAll(parts);
        return go();
    }

    /// Draws what is left, as far as a frame has time for it.
    public long go() {
        long end = System.nanoTime() + FRAME;
        while (!left.isEmpty() && System.nanoTime() < end)
            left.remove().run();
        return left.isEmpty() ? LivePanel.CONTENT : 0;
    }
}
