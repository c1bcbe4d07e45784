package org.lamina.cli;

import org.lamina.engine.Frame;
import org.lamina.spec.Words;

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
                Words.time(at.secondsLeft()));
    }
}
