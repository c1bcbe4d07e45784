package org.lamina.data.download;

import org.jspecify.annotations.Nullable;
import org.lamina.data.Progress;

/// Passes DJL's progress on.
final class Relay implements ai.djl.util.Progress {

    /// Ends a download that is to stop; DJL knows no other way.
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final Progress progress;
    private final String what;
    private long most;
    private long done;

    Relay(Progress progress, String what) {
        this.progress = progress;
        this.what = what;
    }

    @Override
    public void reset(String message, long max, @Nullable String trailingMessage) {
        most = max;
        update(0, null);
    }

    @Override
    public void start(long initialProgress) {
        update(initialProgress, null);
    }

    @Override
    public void end() {
        update(most, null);
    }

    @Override
    public void increment(long increment) {
        update(done + increment, null);
    }

    @Override
    public void update(long value, @Nullable String message) {
        done = value;
        if (!progress.at(most > 0 ? Math.min(1, (double) done / most) : Double.NaN, what))
            throw new Stopped();
    }
}
