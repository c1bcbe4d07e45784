package org.lamina.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.lamina.engine.Event;
import org.lamina.engine.Metrics;
import org.lamina.spec.Words;

/// Plain lines for people, one per epoch.
final class LineReporter implements Reporter {
    private final PrintWriter out;
    private int epochs;

    LineReporter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void event(Event event) {
        switch (event) {
            case Event.Started started -> started(started);
            case Event.EpochDone done -> out.println(line(done));
            case Event.Diverged diverged -> out.println(diverged.message());
            default -> {
                // Said by what follows.
            }
        }
        out.flush();
    }

    private void started(Event.Started started) {
        epochs = started.epochs();
        started.warnings().forEach(w -> out.println("warning: " + w));
        out.println("%s: %,d samples to learn, %,d to validate, %,d parameters".formatted(started.device().title(),
                started.trainSamples(), started.validation().length, started.parameters()));
    }

    private String line(Event.EpochDone done) {
        return "epoch %d of %d: train %s; validation %s; %s".formatted(done.epoch(), epochs, words(done.train()),
                words(done.validation()), Words.time(done.seconds()));
    }

    static String words(Metrics metrics) {
        if (Double.isNaN(metrics.loss()))
            return "not measured";
        String loss = String.format(Locale.ROOT, "loss %.4f", metrics.loss());
        return Double.isNaN(metrics.accuracy())
                ? loss
                : loss + String.format(Locale.ROOT, ", accuracy %.2f %%", 100 * metrics.accuracy());
    }
}
