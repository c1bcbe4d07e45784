package org.lamina.cli;

import java.io.PrintWriter;
import org.lamina.engine.Event;
import org.lamina.engine.Frame;

/// The plain lines, and below them on a terminal a bar that is drawn anew in place.
final class BarReporter implements Reporter {
    static final String START_OF_LINE_CLEARED = "\r\033[K";

    private final PrintWriter out;
    private final LineReporter lines;

    BarReporter(PrintWriter out) {
        this.out = out;
        lines = new LineReporter(out);
    }

    @Override
    public void event(Event event) {
        out.print(START_OF_LINE_CLEARED);
        if (event instanceof Event.Working working)
            out.print(working.what() + (Double.isNaN(working.done())
                    ? " …"
                    : " %d %%".formatted((int) (100 * working.done()))));
        lines.event(event);
    }

    @Override
    public void progress(Frame.Progress progress) {
        out.print(START_OF_LINE_CLEARED + Progress.bar(progress));
        out.flush();
    }
}
