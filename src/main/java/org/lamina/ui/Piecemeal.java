package org.lamina.ui;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/// What a panel draws, in parts: a frame draws as many as it has time for, and between frames the window answers. All
/// parts are of one moment; what comes meanwhile is drawn after them.
public final class Piecemeal {

    /// What panels may take of one frame, in nanoseconds; half of it remains for layout and for handing over to the
    /// threads that paint.
    private static final long FRAME = 8_000_000;

    private final Queue<Runnable> left = new ArrayDeque<>();

    /// Begins to draw, once what was begun before is done.
    ///
    /// @param nanos when the frame began
    /// @return nanoseconds after which to [go][#go] on; [LivePanel#CONTENT] where all is drawn
    public long begin(List<Runnable> parts, long nanos) {
        left.addAll(parts);
        return hasTime(nanos) ? go(nanos) : 0;
    }

    /// Draws what is left, as far as a frame has time for it, but one part in any case.
    ///
    /// @param nanos when the frame began
    public long go(long nanos) {
        Runnable part = left.poll();
        while (part != null) {
            part.run();
            part = hasTime(nanos) ? left.poll() : null;
        }
        return left.isEmpty() ? LivePanel.CONTENT : 0;
    }

    /// Whether panels may still begin something in a frame.
    static boolean hasTime(long nanos) {
        return System.nanoTime() - nanos < FRAME;
    }
}
