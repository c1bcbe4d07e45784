package org.lamina.app;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.lamina.engine.Event;
import org.lamina.engine.Frame;

/// What the status bar tells about a run.
public final class RunStatus implements EngineListener {

    private final ReadOnlyObjectWrapper<RunProgress> progress = new ReadOnlyObjectWrapper<>(RunProgress.NONE);
    private final ReadOnlyStringWrapper work = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper workDone = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper device = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper looking = new ReadOnlyDoubleWrapper();

    public RunStatus(EngineLink link) {
        link.connect(this);
    }

    public ReadOnlyObjectProperty<RunProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// What is being prepared, such as reading data; empty while nothing is.
    public ReadOnlyStringProperty workProperty() {
        return work.getReadOnlyProperty();
    }

    /// Part of that work that is done, 0…1; NaN while unknown.
    public ReadOnlyDoubleProperty workDoneProperty() {
        return workDone.getReadOnlyProperty();
    }

    /// The device in use; empty before the first run.
    public ReadOnlyStringProperty deviceProperty() {
        return device.getReadOnlyProperty();
    }

    /// Share of the time that looking costs, 0…1.
    public ReadOnlyDoubleProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    @Override
    public void event(Event event) {
        switch (event) {
            case Event.Working(String what, double done) -> working(what, done);
            case Event.Started started -> {
                working("", 0);
                device.set(started.device().title());
                progress.set(RunProgress.NONE);
            }
            case Event.Loaded loaded -> {
                working("", 0);
                device.set(loaded.device().title());
                progress.set(RunProgress.NONE);
            }
            case Event.Failed _,Event.Finished _,Event.Evaluated _,Event.Answered _ -> working("", 0);
            default -> {
            }
        }
    }

    @Override
    public void frame(Frame frame) {
        if (!Double.isNaN(frame.looking()))
            looking.set(frame.looking());
        Frame.Progress now = frame.progress();
        if (now != null)
            progress.set(new RunProgress(now.epoch(), now.epochs(), now.step(), now.steps(), now.samplesPerSecond(),
                    now.secondsLeft(), now.threads()));
    }

    private void working(String what, double done) {
        work.set(what);
        workDone.set(done);
    }
}
