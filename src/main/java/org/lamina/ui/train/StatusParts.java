package org.lamina.ui.train;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import org.lamina.app.RunProgress;
import org.lamina.app.RunStatus;
import org.lamina.app.Training;
import org.lamina.spec.Words;
import org.lamina.ui.LazyTip;
import org.lamina.ui.YieldingBar;

/// The status bar's part for training.
public final class StatusParts extends YieldingBar {

    private final Training training;
    private final RunStatus status;

    public StatusParts(Training training, RunStatus status) {
        this.training = training;
        this.status = status;
        setId("status-parts");
        getStyleClass().add("status-parts");
        ObservableValue<RunProgress> progress = status.progressProperty();
        Label work = part("status-work", Bindings.createStringBinding(this::work, status.workProperty(),
                status.workDoneProperty()), "What the engine does");
        Label epoch = part("status-epoch", progress.map(StatusParts::epoch), "Epochs: times the training set is seen");
        Label step = part("status-step", progress.map(StatusParts::step), "Steps: updates of the weights");
        Label speed = part("status-speed", progress.map(StatusParts::speed), "Training samples per second");
        Label left = part("status-left", Bindings.createStringBinding(this::left, progress, training.stateProperty()),
                "Estimate to the end of the run");
        Label looking = part("status-looking", status.lookingProperty().map(share -> looking(share.doubleValue())),
                "Share of the time that the pictures on screen cost; close panels to make it less");
        Label device = part("status-device", Bindings.createStringBinding(this::device, status.deviceProperty(),
                training.deviceProperty(), status.progressProperty()), "Device in use");
        Node bar = bar();
        add(bar, work, epoch, step, speed, left, looking, device);
        givingWay(looking, left, speed, step, bar, epoch, work);
    }

    private Node bar() {
        ProgressBar bar = new ProgressBar();
        bar.setId("status-progress");
        bar.setPrefWidth(90);
        bar.setMinWidth(ProgressBar.USE_PREF_SIZE);
        bar.progressProperty().bind(Bindings.createDoubleBinding(this::done, status.workProperty(),
                status.workDoneProperty(), status.progressProperty()));
        bar.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> !status.workProperty().get().isEmpty() || training.state().isUnderWay(), status.workProperty(),
                training.stateProperty()));
        return new StackPane(bar);
    }

    private double done() {
        double work = status.workDoneProperty().get();
        return status.workProperty().get().isEmpty() ? status.progressProperty().get().done()
                : Double.isNaN(work) ? ProgressBar.INDETERMINATE_PROGRESS : work;
    }

    private String work() {
        String work = status.workProperty().get();
        double done = status.workDoneProperty().get();
        if (work.isEmpty())
            return "";
        String sentence = Words.sentence(work);
        return Double.isNaN(done) ? sentence : "%s %.0f %%".formatted(sentence, 100 * done);
    }

    private String device() {
        String threads = status.progressProperty().get().threads();
        String device = status.deviceProperty().get();
        if (device.isEmpty())
            return training.deviceProperty().get().title() + " device";
        return threads.isEmpty() ? device : device.replaceFirst(", \\d+ threads?$", "") + ", " + threads;
    }

    private String left() {
        return training.state().isUnderWay() ? left(status.progressProperty().get().secondsLeft()) : "";
    }

    static String epoch(RunProgress progress) {
        return progress.epochs() == 0 ? "" : "Epoch %,d of %,d".formatted(progress.epoch(), progress.epochs());
    }

    static String step(RunProgress progress) {
        return progress.steps() == 0 ? "" : "Step %,d of %,d".formatted(progress.step(), progress.steps());
    }

    static String speed(RunProgress progress) {
        double speed = progress.samplesPerSecond();
        return Double.isFinite(speed) && speed > 0 ? "%,.0f samples/s".formatted(speed) : "";
    }

    /// `1:05 left`, `2:10:00 left`; empty while unknown.
    static String left(double seconds) {
        return Double.isFinite(seconds) ? Words.time(seconds) + " left" : "";
    }

    static String looking(double share) {
        return "visuals %.1f %%".formatted(100 * share);
    }

    private static Label part(String id, ObservableValue<String> text, String help) {
        Label label = new Label();
        label.setId(id);
        label.textProperty().bind(text);
        LazyTip.install(label, () -> help);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
