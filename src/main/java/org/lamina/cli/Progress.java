package org.lamina.cli;

import java.util.Locale;
import org.lamina.engine.Frame;

/// Draws where a run is in one line of text.
final class Progress {
    private static final int CELLS = 24;

    private Progress() {}

    /// `epoch 1 of 2 [######------------------]  25 %  3,120 samples/s  1:05 left`
    static String bar(Frame.Progress at) {
        double done = at.steps() == 0 ? 0 : (double) at.step() / at.steps();
        int full = (int) (done * CELLS);
        return "epoch %d of %d [%s%s] %3d %%  %,.0f samples/s  %s left".formatted(at.epoch(), at.epochs(),
                "#".repeat(full), "-".repeat(CELLS - full), (int) (100 * done), at.samplesPerSecond(),
                time(at.secondsLeft()));
    }

    /// `0:07`, `12:30`, `1:02:03`; `?` while unknown.
    static String time(double seconds) {
        if (!Double.isFinite(seconds))
            return "?";
        long whole = Math.round(seconds);
        String minutes = whole < 3600
                ? String.valueOf(whole / 60)
                : String.format(Locale.ROOT, "%d:%02d", whole / 3600, whole / 60 % 60);
        return minutes + String.format(Locale.ROOT, ":%02d", whole % 60);
    }
}
