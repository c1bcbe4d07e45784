package org.lamina.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Looks at a network as it was at an earlier step, on a second set of weights that is there only meanwhile: what learns
/// goes on untouched.
final class Hindsight implements AutoCloseable {

    /// Not at any earlier step.
    static final long NOW = -1;
    /// Nanoseconds at most in which a moment says something to every question before the hand goes on.
    private static final long PATIENCE = 25_000_000;

    private final Model model;
    private final Mailbox mailbox;
    private final LongSupplier clock;
    private final Moments moments;
    private Event.@Nullable Kept told;
    private Looks looks = Looks.NOTHING;
    private @Nullable Model then;
    private @Nullable Looker eyes;
    private long wanted = NOW;
    private long shown = NOW;
    private boolean pending;
    private long now;

    Hindsight(Model model, Moments moments, Mailbox mailbox, LongSupplier clock) {
        this.model = model;
        this.moments = moments;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    Moments moments() {
        return moments;
    }

    /// Keeps the present weights where it is time to.
    void keep(long step) {
        now = step;
        moments.keep(step, model.network()::weights);
    }

    /// Keeps what is shown of the present, where the weights are too large.
    void see(Frame shown) {
        Frame pictures = shown.pictures();
        if (!isBack() && !pictures.isEmpty())
            moments.see(now, pictures);
    }

    /// What is kept, where that has changed since it was asked before.
    Optional<Event> news() {
        Event.Kept now = moments.event();
        if (now.equals(told))
            return Optional.empty();
        told = now;
        return Optional.of(now);
    }

    /// Goes to a step, or with [#NOW] back to the present.
    ///
    /// @param asked what is on screen
    void recall(long step, Looks asked) {
        looks = asked;
        wanted = moments.at(step).isEmpty() ? NOW : step;
        pending = wanted != NOW;
        if (wanted == NOW)
            drop();
    }

    boolean isBack() {
        return wanted != NOW;
    }

    void looks(Looks asked) {
        looks = asked;
        pending = isBack();
    }

    /// Whether [#advance] has something to do.
    boolean isBehind() {
        return pending || (eyes != null && eyes.isBehind(shown));
    }

    /// Shows what is wanted, or answers a bit of a question about it.
    ///
    /// @return the step that all of it is about, where that is all
    OptionalLong advance() throws Exception {
        if (pending)
            show();
        else
            Objects.requireNonNull(eyes).goOn(shown);
        return isBehind() ? OptionalLong.empty() : OptionalLong.of(shown);
    }

    private void show() throws Exception {
        pending = false;
        Moments.Moment moment = moments.at(wanted).orElseThrow();
        Frame pictures = moment.pictures();
        if (pictures != null) {
            shown = moment.step();
            mailbox.put(pictures);
            return;
        }
        Looker looker = looker();
        if (moment.step() != shown) {
            Objects.requireNonNull(then).network().load(moment.weights());
            shown = moment.step();
            // A question that is answered only once is asked again of another network.
            looker.looks(Looks.NOTHING);
        }
        looker.looks(looks);
        looker.begin(shown);
        long begin = clock.getAsLong();
        for (int bits = looks.questions().size(); bits > 0 && looker.isAsked(shown, false)
                && clock.getAsLong() - begin < PATIENCE; bits--)
            looker.answer(shown, false);
    }

    private Looker looker() throws Exception {
        Looker known = eyes;
        if (known != null)
            return known;
        Model twin = model.twin();
        then = twin;
        Looker made = new Looker(twin, mailbox, clock);
        eyes = made;
        return made;
    }

    private void drop() {
        if (eyes != null)
            eyes.close();
        if (then != null)
            then.close();
        eyes = null;
        then = null;
        shown = NOW;
    }

    @Override
    public void close() {
        drop();
    }
}
