package org.lamina.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.lamina.engine.Command;
import org.lamina.engine.Engine;
import org.lamina.engine.Event;
import org.lamina.engine.Frame;

/// An engine that says what a test has written down, and remembers what it was told.
public final class ScriptedEngine implements Engine {

    public final Queue<Event> events = new ArrayDeque<>();
    public final Queue<Frame> frames = new ArrayDeque<>();
    public final List<Command> sent = new ArrayList<>();
    public int framesAsked;

    @Override
    public void send(Command command) {
        sent.add(command);
    }

    @Override
    public @Nullable Event poll() {
        return events.poll();
    }

    @Override
    public @Nullable Frame frame() {
        framesAsked++;
        return frames.poll();
    }

    @Override
    public void setOnNews(Runnable news) {}

    @Override
    public void close() {}
}
