package org.lamina.ui.take;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.lamina.app.TimeLine;
import org.lamina.spec.Words;
import org.lamina.ui.FxDoor;
import org.lamina.ui.LivePanel;

/// Takes a view away over all moments of a run, as an animation: goes from moment to moment and pictures each, says how
/// far it is, and can be stopped.
public final class Film implements LivePanel {

    /// Frames of an animation; of more moments some are left out, evenly.
    private static final int MOST = 100;
    /// From the last news of a moment until all views show it.
    private static final long SETTLING = 250_000_000;
    private static final long SOON = 30_000_000;

    private final TimeLine line;
    private final Taking taking;
    private final Executor background;
    private final Progress progress = new Progress("film");
    private @Nullable Job job;

    private static final class Job {
        private final Takeaway what;
        private final Path to;
        private final boolean gif;
        private final List<Long> steps;
        private final Reel reel = new Reel();
        private int next;
        private long began;
        private long shownAt;
        private boolean busy;
        private volatile boolean cancelled;

        Job(Takeaway what, Path to, boolean gif, List<Long> steps) {
            this.what = what;
            this.to = to;
            this.gif = gif;
            this.steps = steps;
        }

        void write(Path file, IntConsumer onFrame) throws IOException {
            if (gif)
                reel.writeGif(file, onFrame);
            else
                reel.writeFolder(file, onFrame);
        }
    }

    /// @param background packs pictures
    public Film(TimeLine line, Taking taking, Executor background) {
        this.line = line;
        this.taking = taking;
        this.background = background;
    }

    public List<Taking.Way> ways() {
        return List.of(new Taking.Way("save-gif", "Save all moments (animated GIF)…", what -> start(what, true)),
                new Taking.Way("save-frames", "Save all moments (folder of PNGs)…", what -> start(what, false)));
    }

    private void start(Takeaway what, boolean gif) {
        TimeLine.Kept kept = line.kept();
        if (job != null)
            taking.warn("Another animation is being made: wait for it, or cancel it below");
        else if (kept.count() == 0)
            taking.warn("There are no moments to animate: train the network first");
        else if (taking.has(what))
            taking.choose(what, gif ? ".gif" : "-frames").ifPresent(to -> begin(new Job(what, to, gif, steps(kept))));
    }

    private static List<Long> steps(TimeLine.Kept kept) {
        int count = Math.min(MOST, kept.places());
        return IntStream.range(0, count).mapToObj(i -> kept.step((int) ((long) i * kept.places() / count))).toList();
    }

    private void begin(Job begun) {
        job = begun;
        progress.begin("", this::cancel);
        line.playingProperty().set(false);
        line.go(begun.steps.getFirst());
    }

    @Override
    public Node node() {
        return progress;
    }

    @Override
    public long refresh(long nanos) {
        Job now = job;
        if (now == null || now.busy)
            return CONTENT;
        if (line.isLive()) {
            cancel();
            return CONTENT;
        }
        if (now.began == 0)
            now.began = nanos;
        progress.say(words(now, nanos));
        boolean shown = Objects.equals(line.momentProperty().get(), line.shownProperty().get());
        if (!shown)
            now.shownAt = 0;
        else if (now.shownAt == 0)
            now.shownAt = nanos;
        else if (nanos - now.shownAt >= SETTLING)
            expose(now);
        return SOON;
    }

    private static String words(Job now, long nanos) {
        double left = now.next == 0 ? Double.NaN
                : (nanos - now.began) / 1e9 / now.next * (now.steps.size() - now.next);
        return "Picture %d of %d%s".formatted(now.next + 1, now.steps.size(),
                Double.isNaN(left) ? "" : ", " + Words.time(left) + " left");
    }

    private void expose(Job now) {
        now.busy = true;
        CompletableFuture<?> _ = taking.taken(now.what.picture()).thenAcceptAsync(now.reel::add, background)
                .whenCompleteAsync((_, trouble) -> advance(now, trouble), FxDoor.EXECUTOR);
    }

    private void advance(Job now, @Nullable Throwable trouble) {
        if (now.cancelled)
            return;
        now.busy = false;
        now.shownAt = 0;
        now.next++;
        if (trouble == null && now.next < now.steps.size())
            line.go(now.steps.get(now.next));
        else
            write(now, trouble);
    }

    private void write(Job now, @Nullable Throwable trouble) {
        now.busy = true;
        line.live();
        CompletableFuture<Long> ready = trouble == null ? CompletableFuture.completedFuture(0L)
                : CompletableFuture.failedFuture(trouble);
        CompletableFuture<?> _ = taking.write(now.what.subject(), now.to,
                ready.thenApply(_ -> file -> now.write(file, frame -> wrote(now, frame))))
                .thenRun(() -> end(now));
    }

    /// Is told from the background.
    private void wrote(Job now, int frame) {
        if (now.cancelled)
            throw new CancellationException();
        FxDoor.EXECUTOR.execute(() -> {
            if (job == now)
                progress.say("Writing picture %d of %d".formatted(frame + 1, now.steps.size()));
        });
    }

    private void end(Job now) {
        if (job != now)
            return;
        job = null;
        progress.end();
    }

    /// An animation is not written; of a folder the pictures that are written stay.
    private void cancel() {
        Job now = job;
        if (now == null)
            return;
        now.cancelled = true;
        end(now);
        line.live();
    }
}
