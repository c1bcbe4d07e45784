package org.lamina.cli;

import java.io.PrintWriter;
import org.lamina.engine.Event;
import org.lamina.engine.Frame;

/// Tells a person or a program how long work goes on.
interface Reporter {

    void event(Event event);

    /// Where a run is; told often, and not for every step.
    default void progress(Frame.Progress progress) {}

    /// For a program: JSON lines. For a person: a bar on a terminal, plain lines in a pipe.
    static Reporter of(boolean json, boolean terminal, PrintWriter out) {
        return json ? new JsonReporter(out) : terminal ? new BarReporter(out) : new LineReporter(out);
    }
}
