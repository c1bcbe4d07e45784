package org.lamina.engine;

import org.lamina.compile.Tap;
import org.lamina.data.Batch;

/// Sees a training step, and changes nothing of it. Closed after it.
interface Witness extends AutoCloseable {

    Witness NONE = new Witness() {};

    /// The tap of the step's first turn, looking on.
    default Tap over(Tap tap) {
        return tap;
    }

    /// Forward and backward of the first turn are done; what the nodes gave is still there, and no weight has moved.
    default void stepped(Batch batch, Forward pass) {}

    /// All weights have moved.
    default void updated() {}

    @Override
    default void close() {}
}
