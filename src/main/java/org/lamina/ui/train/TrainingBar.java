package org.lamina.ui.train;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.lamina.app.DeviceChoice;
import org.lamina.app.RunState;
import org.lamina.app.Training;
import org.lamina.ui.Action;
import org.lamina.ui.LazyTip;
import org.lamina.ui.Picker;
import org.lamina.ui.Wording;
import org.lamina.ui.YieldingBar;

/// The tool bar's part for training: what can be done with a run, on which device and at which learning rate.
public final class TrainingBar extends YieldingBar {

    private final Training training;

    public TrainingBar(Training training, TrainingActions actions) {
        this.training = training;
        setId("training-bar");
        getStyleClass().add("training-bar");
        Node rate = new LearningRate(training);
        Node state = state();
        add(TrainButton.of(actions.train()));
        actions.buttons().stream().map(Action::button).forEach(this::add);
        add(new Separator(javafx.geometry.Orientation.VERTICAL), device(), rate, state);
        givingWay(rate, state);
    }

    private Node device() {
        Picker<DeviceChoice> box = new Picker<>();
        box.setId("train-device");
        box.setMinWidth(USE_PREF_SIZE);
        box.setAccessibleText("Device of the next run");
        LazyTip.install(box, () -> "Device of the next run. Automatic takes the GPU where there is one");
        box.setConverter(new Wording<>(DeviceChoice::title));
        training.devices().addListener((ListChangeListener<DeviceChoice>) _ -> list(box));
        list(box);
        box.setOnAction(_ -> choose(box.getValue()));
        training.deviceProperty().subscribe(box::setValue);
        return box;
    }

    private void list(Picker<DeviceChoice> box) {
        DeviceChoice chosen = training.deviceProperty().get();
        box.getItems().setAll(training.devices());
        box.setValue(chosen);
    }

    private void choose(DeviceChoice choice) {
        if (choice != null)
            training.deviceProperty().set(choice);
    }

    /// `Training`, `Paused`, or that the network has changed since it was trained.
    private Node state() {
        Label chip = new Label();
        chip.setId("train-state");
        chip.getStyleClass().add("run-chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.textProperty().bind(Bindings.createStringBinding(this::stateWords, training.stateProperty(),
                training.staleProperty(), training.weightsProperty()));
        training.staleProperty().subscribe(stale -> {
            chip.getStyleClass().remove("stale");
            if (stale)
                chip.getStyleClass().add("stale");
        });
        HBox holder = new HBox(chip);
        holder.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        holder.setPadding(new javafx.geometry.Insets(0, 0, 0, 10));
        return holder;
    }

    private String stateWords() {
        RunState state = training.state();
        String stale = training.staleProperty().get() ? "Changed since training" : "";
        if (state.isUnderWay() || state == RunState.STARTING)
            return state.title() + (stale.isEmpty() ? "" : ". " + stale);
        if (!stale.isEmpty())
            return stale;
        return training.weightsProperty().get() == null ? "Not trained yet" : "Trained";
    }
}
