package org.lamina.ui.take;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.lamina.app.TimeLine;
import org.lamina.file.WholeFile;
import org.lamina.spec.Words;
import org.lamina.ui.FxDoor;
import org.lamina.ui.LivePanel;

/// Takes a view away over all moments of a run, as an animation: goes from moment to moment and pictures each, says how
/// far it is, and can be stopped.
public final class Film extends HBox implements LivePanel {

    /// Frames of an animation; of more moments some are left out, evenly.
    private static final int MOST = 100;
    /// From the last news of a moment until all views show it.
    private static final long SETTLING = 250_000_000;
    private static final long SOON = 30_000_000;

    private final TimeLine line;
    private final Taking taking;
    private final Executor background;
    private final Label state = new Label();
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

        Job(Takeaway what, Path to, boolean gif, List<Long> steps) {
            this.what = what;
            this.to = to;
            this.gif = gif;
            this.steps = steps;
        }

        WholeFile.Writing writing() {
            return gif ? reel::writeGif : reel::writeFolder;
        }
    }

    /// @param background packs pictures and writes files
    public Film(TimeLine line, Taking taking, Executor background) {
        this.line = line;
        this.taking = taking;
        this.background = background;
        setId("film");
        setSpacing(8);
        setAlignment(Pos.CENTER_LEFT);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        state.setId("film-state");
        state.setMinWidth(Region.USE_PREF_SIZE);
        Button stop = new Button("Cancel");
        stop.setId("film-cancel");
        stop.getStyleClass().add("small");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(_ -> end());
        getChildren().addAll(state, stop);
    }

    public List<Taking.Way> ways() {
        return List.of(new Taking.Way("save-gif", "Save all moments (animated GIF)…", what -> start(what, true)),
                new Taking.Way("save-frames", "Save all moments (folder of PNGs)…", what -> start(what, false)));
    }

    private void start(Takeaway what, boolean gif) {
        TimeLine.Kept kept = line.kept();
        if (kept.count() == 0)
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
        setVisible(true);
        state.setText("");
        line.playingProperty().set(false);
        line.go(begun.steps.getFirst());
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public long refresh(long nanos) {
        Job now = job;
        if (now == null || now.busy)
            return CONTENT;
        if (line.isLive()) {
            end();
            return CONTENT;
        }
        if (now.began == 0)
            now.began = nanos;
        state.setText(words(now, nanos));
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
        Supplier<BufferedImage> picture = now.what.picture();
        now.busy = true;
        background.execute(() -> {
            now.reel.add(picture.get());
            FxDoor.EXECUTOR.execute(() -> advance(now));
        });
    }

    private void advance(Job now) {
        now.busy = false;
        now.shownAt = 0;
        now.next++;
        if (job != now)
            return;
        if (now.next < now.steps.size()) {
            line.go(now.steps.get(now.next));
            return;
        }
        end();
        taking.write(now.what.subject(), now.to, now.writing());
    }

    /// What was pictured so far is not written.
    private void end() {
        job = null;
        setVisible(false);
        line.live();
    }
}
