package org.lamina.probe;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.lamina.study.Finding;

/// The work on one question, in bits of at most some ten milliseconds, so that no training step has to wait long.
public interface Study extends AutoCloseable {

    /// Does the next bit.
    ///
    /// @return what is known so far; empty where there is nothing new to show
    Optional<? extends Finding> advance() throws Exception;

    boolean isDone();

    /// Whether what is known on the way is the answer over fewer samples, so that a whole one of before is worth more.
    default boolean countsSamples() {
        return false;
    }

    @Override
    default void close() {}

    /// A study of a single bit.
    static Study once(Callable<? extends Finding> work) {
        return new Study() {
            private boolean done;

            @Override
            public Optional<? extends Finding> advance() throws Exception {
                done = true;
                return Optional.of(work.call());
            }

            @Override
            public boolean isDone() {
                return done;
            }
        };
    }
}
