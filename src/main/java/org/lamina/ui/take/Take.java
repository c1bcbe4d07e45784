package org.lamina.ui.take;

import java.util.function.Function;
import java.util.function.Supplier;

/// What is being taken of the window: read bit by bit on the FX thread, so that nobody else waits long there, then made
/// on any thread.
public interface Take<T> {

    /// Reads on, for some milliseconds at most; FX thread.
    ///
    /// @return whether there is more to read
    boolean read();

    /// Makes it of what was read; any thread, once all is read.
    T made();

    /// Puts the window back as it was, whether all was read or not; FX thread.
    default void close() {}

    /// One of which everything is known already.
    static <T> Take<T> of(Supplier<T> made) {
        return new Take<>() {
            @Override
            public boolean read() {
                return false;
            }

            @Override
            public T made() {
                return made.get();
            }
        };
    }

    /// The same, made into something else.
    default <R> Take<R> map(Function<T, R> further) {
        Take<T> first = this;
        return new Take<>() {
            @Override
            public boolean read() {
                return first.read();
            }

            @Override
            public R made() {
                return further.apply(first.made());
            }

            @Override
            public void close() {
                first.close();
            }
        };
    }
}
