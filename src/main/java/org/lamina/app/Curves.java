package org.lamina.app;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.lamina.app.curve.RunCurves;
import org.lamina.engine.Event;
import org.lamina.engine.Frame;

/// The curves of the newest run and of the runs before it, until those are cleared.
public final class Curves implements EngineListener {

    private static final int KEPT = 5;

    private final ObservableList<RunCurves> runs = FXCollections.observableArrayList();
    private final ObservableList<RunCurves> shownRuns = FXCollections.unmodifiableObservableList(runs);
    private int started;

    public Curves(EngineLink link) {
        link.connect(this);
    }

    /// Oldest first, the newest run last. Each grows in place.
    public ObservableList<RunCurves> runs() {
        return shownRuns;
    }

    /// Forgets all but the newest run.
    public void clearEarlier() {
        if (runs.size() > 1)
            runs.remove(0, runs.size() - 1);
    }

    @Override
    public void event(Event event) {
        switch (event) {
            case Event.Started _ -> begin();
            case Event.EpochDone done -> epoch(current(), done);
            default -> {
            }
        }
    }

    @Override
    public void frame(Frame frame) {
        frame.points().forEach(point -> {
            current().trainLoss().add(point.step(), point.train().loss());
            current().trainAccuracy().add(point.step(), point.train().accuracy());
        });
    }

    private static void epoch(RunCurves run, Event.EpochDone done) {
        run.epochs().add(done.step(), done.epoch());
        run.validationLoss().add(done.step(), done.validation().loss());
        run.validationAccuracy().add(done.step(), done.validation().accuracy());
    }

    private RunCurves current() {
        if (runs.isEmpty())
            begin();
        return runs.getLast();
    }

    private void begin() {
        runs.removeIf(run -> run.size() == 0);
        if (runs.size() == KEPT)
            runs.removeFirst();
        runs.add(new RunCurves("Run " + ++started));
    }
}
