package org.lamina.cli;

import java.util.concurrent.locks.LockSupport;
import org.lamina.engine.Command;
import org.lamina.engine.Engine;
import org.lamina.engine.Event;
import org.lamina.engine.Frame;

/// Sends the engine a command and follows it to its answer.
final class Conversation {
    private static final long LISTEN_EVERY_NANOS = 20_000_000;

    private final Engine engine;
    private final Reporter reporter;

    Conversation(Engine engine, Reporter reporter) {
        this.engine = engine;
        this.reporter = reporter;
    }

    /// Waits for the answer; everything before it goes to the reporter.
    ///
    /// @throws Failure where the engine answers with one
    <E extends Event> E ask(Command command, Class<E> answer) throws Failure {
        engine.send(command);
        return hear(answer);
    }

    /// Waits for more of an answer.
    ///
    /// @throws Failure where the engine answers with one
    <E extends Event> E hear(Class<E> answer) throws Failure {
        while (true) {
            Event event = engine.poll();
            if (event == null)
                idle();
            else if (event instanceof Event.Failed failed)
                throw new Failure(failed.message(), failed.cause());
            else if (answer.isInstance(event))
                return answer.cast(event);
            else
                reporter.event(event);
        }
    }

    private void idle() {
        Frame frame = engine.frame();
        if (frame != null && frame.progress() != null)
            reporter.progress(frame.progress());
        LockSupport.parkNanos(LISTEN_EVERY_NANOS);
    }
}
