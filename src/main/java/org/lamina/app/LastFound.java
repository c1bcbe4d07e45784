package org.lamina.app;

import org.jspecify.annotations.Nullable;
import org.lamina.study.Question;

/// What is known of the questions that a view asks one after the other, say while somebody draws: of the newest that was
/// answered or refused, so that what is shown stays until the next is known.
public final class LastFound {

    private final Looking looking;
    private @Nullable Found last;
    private int networks;

    public LastFound(Looking looking) {
        this.looking = looking;
    }

    /// What is known of a question; until then, of the one before. Null for a network of which nothing was known yet.
    ///
    /// @param question null where there is none to ask
    public @Nullable Found of(@Nullable Question question) {
        if (networks != looking.networks())
            forget();
        Found now = question == null ? null : looking.found(question);
        if (now != null && (now.finding() != null || now.message() != null))
            last = now;
        return last;
    }

    /// What comes next has nothing to do with what was.
    public void forget() {
        networks = looking.networks();
        last = null;
    }
}
