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
    private final List<EngineListener> always = new ArrayList<>();
    private final List<EngineListener> listeners = new ArrayList<>();

    /// Said once by the engine, and told to everyone who comes later too.
    private Event.@Nullable Ready ready;

    /// Projects that are closed while the engine may still speak of them.
    private int leaving;

    public EngineLink(Engine engine) {
        this.engine = engine;
    }

    /// Drains the events and the mailbox; called once per pulse.
    public boolean pump() {
        boolean news = false;
        for (Event event = engine.poll(); event != null; event = engine.poll()) {
            hear(event);
            news = true;
        }
        Frame frame = engine.frame();
        if (frame != null && leaving == 0)
            tell(listener -> listener.frame(frame));
        tell(EngineListener::drained);
        return news || frame != null;
    }

    private void hear(Event event) {
        List.copyOf(always).forEach(listener -> listener.event(event));
        if (event instanceof Event.Ready first)
            ready = first;
        if (event instanceof Event.Forgotten)
            leaving--;
        else if (leaving == 0 || event instanceof Event.Ready)
            tell(listener -> listener.event(event));
    }

    /// Has someone told, on any thread, that there is something to drain.
    public void setOnNews(Runnable news) {
        engine.setOnNews(news);
    }

    void send(Command command) {
        engine.send(command);
    }

    /// Has a listener hear of every event, whichever project it is about.
    void overhear(EngineListener listener) {
        always.add(listener);
    }

    /// Has a listener of the open project hear what is about that project.
    void connect(EngineListener listener) {
        listeners.add(listener);
        if (ready != null)
            listener.event(ready);
    }

    /// The open project closes: its run is kept, and none of its listeners hears any more.
    void leave() {
        listeners.clear();
        leaving++;
        send(new Command.Forget());
    }

    private void tell(Consumer<EngineListener> what) {
        List.copyOf(listeners).forEach(what);
    }
}
