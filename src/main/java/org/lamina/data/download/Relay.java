package org.lamina.data.download;

import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lamina.data.Progress;
import org.lamina.spec.Words;

/// Passes DJL's progress on, with the bytes that came and the time left.
final class Relay implements ai.djl.util.Progress {

    /// Ends a download that is to stop; DJL knows no other way.
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final Progress progress;
    private final String what;
    private final LongSupplier clock;
    private long begun;
    private long most;
    private long done;

    /// @param clock in nanoseconds
    Relay(Progress progress, String what, LongSupplier clock) {
        this.progress = progress;
        this.what = what;
        this.clock = clock;
        begun = clock.getAsLong();
    }

    @Override
    public void reset(String message, long max, @Nullable String trailingMessage) {
        most = max;
        begun = clock.getAsLong();
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
        check();
    }

    /// Says how far it is, and ends the work where it is to stop.
    void check() {
        if (!progress.at(most > 0 ? Math.min(1, (double) done / most) : Double.NaN, words()))
            throw new Stopped();
    }

    /// `Getting MNIST: 3.2 of 11.6 MB, 0:12 left`
    private String words() {
        double seconds = (clock.getAsLong() - begun) / 1e9;
        String left = done > 0 && done < most && seconds >= 1
                ? ", " + Words.time(seconds / done * (most - done)) + " left"
                : "";
        return most > 0 ? String.format(Locale.ROOT, "%s: %.1f of %.1f MB%s", what, done / 1e6, most / 1e6, left)
                : what;
    }
}
