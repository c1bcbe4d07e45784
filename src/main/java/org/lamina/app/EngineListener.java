package org.lamina.app;

import org.lamina.engine.Event;
import org.lamina.engine.Frame;

/// Hears what the engine says, on the FX thread, once per pulse.
interface EngineListener {

    default void event(Event event) {}

    default void frame(Frame frame) {}

    /// The lanes are drained: the moment to send what the pulse has gathered.
    default void drained() {}
}
