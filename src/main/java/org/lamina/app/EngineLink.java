package org.lamina.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamina.engine.Command;
import org.lamina.engine.Engine;
import org.lamina.engine.Event;
import org.lamina.engine.Frame;

/// Joins the view models to the engine. Both lanes are drained here, once per pulse, and nowhere else.
public final class EngineLink {

    private final Engine engine;
    private final List<EngineListener> listeners = new ArrayList<>();

    /// Said once by the engine, and told to everyone who comes later too.
    private Event.@Nullable Ready ready;

    public EngineLink(Engine engine) {
        this.engine = engine;
    }

    /// Drains the events and the mailbox; called once per pulse.
    public void pump() {
        for (Event event = engine.poll(); event != null; event = engine.poll()) {
            Event arrived = event;
            if (event instanceof Event.Ready first)
                ready = first;
            tell(listener -> listener.event(arrived));
        }
        Frame frame = engine.frame();
        if (frame != null)
            tell(listener -> listener.frame(frame));
        tell(EngineListener::drained);
    }

    void send(Command command) {
        engine.send(command);
    }

    void connect(EngineListener listener) {
        listeners.add(listener);
        if (ready != null)
            listener.event(ready);
    }

    void disconnect(EngineListener listener) {
        listeners.remove(listener);
    }

    private void tell(Consumer<EngineListener> what) {
        List.copyOf(listeners).forEach(what);
    }
}
