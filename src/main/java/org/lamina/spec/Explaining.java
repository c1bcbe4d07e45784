package org.lamina.spec;

/// A layer that says how each number of its answer came about.
public interface Explaining extends Layer {

    /// The terms of one number, computed from what arrived and not by the engine. Any thread.
    Working working(Numbers numbers);

    /// Whether it computes something else while training, which depends on the whole batch but not on chance.
    default boolean isTwofold() {
        return false;
    }
}
