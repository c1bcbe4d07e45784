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
    /// Nanoseconds at most in which a moment says something to every question before the next is shown, however fast the
    /// hand is.
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
    private long shownAt;
    /// Of answers since then.
    private int bits;
    private boolean answersTurn;
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
        return pending || (eyes != null && isBehind(eyes));
    }

    private boolean isBehind(Looker looker) {
        return looker.isCounting() || looker.isAsked(shown, false);
    }

    /// Shows what is wanted, or answers a bit of a question about it.
    ///
    /// @return the step that all of it is about, where that is all
    OptionalLong advance() throws Exception {
        Looker looker = eyes;
        if (looker != null && isBehind(looker) && !(pending && hasSaidSomething()))
            advance(looker);
        else
            show();
        return isBehind() ? OptionalLong.empty() : OptionalLong.of(shown);
    }

    private boolean hasSaidSomething() {
        return bits >= looks.questions().size() || clock.getAsLong() - shownAt > PATIENCE;
    }

    private void advance(Looker looker) {
        boolean asked = looker.isAsked(shown, false);
        if (asked && (answersTurn || !looker.isCounting())) {
            looker.answer(shown, false);
            bits++;
        } else {
            looker.count(shown);
        }
        answersTurn = !answersTurn;
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
        shownAt = clock.getAsLong();
        bits = 0;
        answersTurn = true;
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
