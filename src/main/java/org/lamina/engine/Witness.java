package org.lamina.engine;

import org.lamina.compile.Tap;
import org.lamina.data.Batch;

/// Sees what the network's nodes give in a training step, and changes nothing.
interface Witness {

    Witness NONE = new Witness() {
        @Override
        public Tap over(Tap tap) {
            return tap;
        }

        @Override
        public void stepped(Batch batch) {}
    };

    /// The tap of the step, looking on.
    Tap over(Tap tap);

    /// Forward and backward are done; what the nodes gave is still there.
    void stepped(Batch batch);
}
