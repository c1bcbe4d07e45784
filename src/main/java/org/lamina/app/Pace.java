package org.lamina.app;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/// How far a person has got in something that is shown beat by beat, by hand or by itself.
public final class Pace {

    /// Slowest and fastest, in beats a second.
    public static final double SLOWEST = 0.25;
    public static final double FASTEST = 8;
    /// No need to be asked again.
    public static final long RESTS = Long.MAX_VALUE;

    private final ReadOnlyIntegerWrapper beat = new ReadOnlyIntegerWrapper();
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private int count;
    private long due;

    /// Beats shown, 0 to all.
    public ReadOnlyIntegerProperty beatProperty() {
        return beat.getReadOnlyProperty();
    }

    public int beat() {
        return beat.get();
    }

    public BooleanProperty playingProperty() {
        return playing;
    }

    /// Beats a second.
    public DoubleProperty speedProperty() {
        return speed;
    }

    public boolean isAtEnd() {
        return beat() == count;
    }

    /// Something else is shown, of so many beats: all of them, unless it is just being played.
    public void show(int beats) {
        boolean whole = isAtEnd() && !playing.get();
        count = beats;
        beat.set(whole ? beats : Math.min(beat(), beats));
    }

    public void step(int beats) {
        playing.set(false);
        beat.set(Math.clamp((long) beat() + beats, 0, count));
    }

    /// From the first beat where all have been shown.
    public void play() {
        if (isAtEnd())
            beat.set(0);
        due = 0;
        playing.set(true);
    }

    public void toggle() {
        if (playing.get())
            playing.set(false);
        else
            play();
    }

    /// Goes on where it is time.
    ///
    /// @param nanos time of the frame
    /// @return nanoseconds to the next beat
    public long advance(long nanos) {
        if (!playing.get())
            return RESTS;
        long between = (long) (1e9 / speed.get());
        if (due == 0)
            due = nanos + between;
        if (nanos >= due) {
            beat.set(Math.min(beat() + 1, count));
            due = nanos + between;
            playing.set(!isAtEnd());
        }
        return playing.get() ? Math.max(1, due - nanos) : RESTS;
    }
}
