package org.lamina.app;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;
import org.lamina.engine.Command;
import org.lamina.engine.Event;

/// The moments of a run that can be gone back to, and which of them all views show.
public final class TimeLine implements EngineListener {

    /// Frames a second while it plays, at most.
    private static final long BETWEEN = 50_000_000;

    /// The moments at hand: at most one for each multiple of a distance.
    ///
    /// @param bytes that they take
    /// @param budget bytes that they may take
    /// @param whole whether everything can be asked of them; else there are the pictures that were shown
    public record Kept(long first, long every, long last, int count, long bytes, long budget, boolean whole) {
        static final Kept NOTHING = new Kept(0, 1, 0, 0, 0, 0, true);

        /// Where a moment may be.
        public int places() {
            return count == 0 ? 0 : (int) ((last - first) / every) + 1;
        }

        public long step(int place) {
            return first + place * every;
        }

        /// The last at or before a step, else the first.
        public int place(long step) {
            return Math.clamp(Math.floorDiv(step - first, every), 0, Math.max(0, places() - 1));
        }
    }

    private final EngineLink link;
    private final MemoryBudget budget;
    private final ReadOnlyObjectWrapper<Kept> kept = new ReadOnlyObjectWrapper<>(Kept.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Long> moment = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Long> shown = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final DoubleProperty seconds = new SimpleDoubleProperty(10);
    private long toldBudget = -1;
    private long playedAt;
    private double played;

    public TimeLine(EngineLink link, MemoryBudget budget) {
        this.link = link;
        this.budget = budget;
        link.connect(this);
        playing.subscribe(() -> playedAt = 0);
        moment.subscribe((_, now) -> ask(now));
    }

    public ReadOnlyObjectProperty<Kept> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    public Kept kept() {
        return kept.get();
    }

    /// Step of the moment that is asked for; null for the present.
    public ReadOnlyObjectProperty<@Nullable Long> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    public boolean isLive() {
        return moment.get() == null;
    }

    /// Step of the moment that everything on screen is about, as last heard; null for the present.
    public ReadOnlyObjectProperty<@Nullable Long> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public BooleanProperty playingProperty() {
        return playing;
    }

    /// That the whole run takes while it plays.
    public DoubleProperty secondsProperty() {
        return seconds;
    }

    /// Goes to the last moment at or before a step, else to the first.
    public void go(long step) {
        if (kept().count() > 0)
            moment.set(kept().step(kept().place(step)));
    }

    /// Goes so many moments on; behind the last lies the present.
    public void move(int by) {
        int count = kept().places();
        Long now = moment.get();
        int index = (now == null ? count : kept().place(now)) + by;
        playing.set(false);
        if (index >= count)
            live();
        else
            go(kept().step(Math.max(0, index)));
    }

    public void first() {
        playing.set(false);
        go(kept().first());
    }

    /// Back to the present.
    public void live() {
        playing.set(false);
        moment.set(null);
    }

    /// Plays on from the moment shown, from the present all of it.
    public void toggle() {
        if (kept().count() == 0)
            return;
        if (!playing.get() && isLive())
            go(kept().first());
        playing.set(!playing.get());
    }

    /// Goes on where it is time; at the end the present is shown.
    ///
    /// @param nanos time of the frame
    /// @return nanoseconds to the next frame
    public long advance(long nanos) {
        Long now = moment.get();
        if (!playing.get() || now == null)
            return Pace.RESTS;
        if (playedAt == 0)
            played = (double) now;
        else
            played += (nanos - playedAt) / 1e9 / seconds.get() * (double) (kept().last() - kept().first());
        playedAt = nanos;
        if (played > kept().last() + kept().every())
            live();
        else
            go((long) played);
        return BETWEEN;
    }

    @Override
    public void drained() {
        if (budget.moments() == toldBudget)
            return;
        toldBudget = budget.moments();
        link.send(new Command.Remember(toldBudget));
    }

    /// At once, so that the engine is at it while the frame at hand is painted.
    private void ask(@Nullable Long now) {
        link.send(new Command.Recall(now == null ? -1 : now));
        if (now == null)
            shown.set(null);
    }

    @Override
    public void event(Event event) {
        switch (event) {
            case Event.Started _,Event.Loaded _ -> forget();
            case Event.Kept now -> keep(new Kept(now.first(), now.every(), now.last(), now.count(), now.bytes(),
                    now.budget(), now.whole()));
            case Event.Recalled(long step) -> shown.set(isLive() ? null : Long.valueOf(step));
            default -> {
            }
        }
    }

    private void keep(Kept now) {
        kept.set(now);
        Long at = moment.get();
        if (at != null && now.count() == 0)
            live();
        else if (at != null)
            go(at);
    }

    private void forget() {
        live();
        shown.set(null);
        kept.set(Kept.NOTHING);
    }
}
