package org.lamina.engine;

import org.lamina.compile.Tap;
import org.lamina.data.Batch;

/// Sees a training step, and changes nothing of it. Closed after it.
interface Witness extends AutoCloseable {

    Witness NONE = new Witness() {};

    /// Who sees a turn of the step, counted from 0; the first alone is seen where nothing else is said.
    default Witness turn(int turn) {
        return turn == 0 ? this : NONE;
    }

    /// The tap of the turn, looking on.
    default Tap over(Tap tap) {
        return tap;
    }

    /// Forward and backward of the turn are done; what the nodes gave is still there, and no weight has moved in it.
    default void stepped(Batch batch, Forward pass) {}

    /// All weights have moved.
    default void updated() {}

    @Override
    default void close() {}
}
