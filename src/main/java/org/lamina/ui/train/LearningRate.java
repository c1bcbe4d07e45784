package org.lamina.ui.train;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.lamina.app.Training;
import org.lamina.ui.LazyTip;

/// Sets the learning rate by a slider whose way is logarithmic: of the run under way at once, else of the plan when the
/// thumb is let go.
final class LearningRate extends HBox {

    private static final double LOWEST = -6;
    private static final double HIGHEST = 0;

    private final Training training;
    private final Slider slider = new Slider(LOWEST, HIGHEST, -3);
    private boolean showing;

    LearningRate(Training training) {
        super(6);
        this.training = training;
        Label value = new Label();
        value.setId("learning-rate-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        value.textProperty()
                .bind(training.learningRateProperty().map(v -> "Rate %s".formatted(words(v.doubleValue()))));
        value.getStyleClass().add("rate-value");
        slider.setId("learning-rate");
        slider.setAccessibleText("Learning rate");
        slider.setPrefWidth(90);
        slider.setBlockIncrement(0.1);
        LazyTip.install(slider, () -> "Learning rate: size of one update. While a network trains it changes at once");
        getStyleClass().add("learning-rate");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(value, slider);
        training.learningRateProperty().subscribe(rate -> show(rate.doubleValue()));
        slider.valueProperty().addListener((_, _, _) -> changed(false));
        slider.setOnMouseReleased(_ -> changed(true));
        slider.addEventHandler(KeyEvent.KEY_RELEASED, _ -> changed(true));
    }

    /// Three digits: `0.00123`, `3.2e-5`.
    static String words(double rate) {
        return rate >= 1e-4 ? String.format("%.3g", rate).replaceAll("0+$", "").replaceAll("\\.$", ".0")
                : String.format("%.1e", rate).replace("e-0", "e-");
    }

    private void show(double rate) {
        if (rate == rate())
            return;
        showing = true;
        slider.setValue(Math.clamp(Math.log10(rate), LOWEST, HIGHEST));
        showing = false;
    }

    private void changed(boolean last) {
        if (!showing && (!last || moved()))
            training.changeLearningRate(rate(), last);
    }

    private boolean moved() {
        return rate() == training.learningRateProperty().get();
    }

    /// The rate at the thumb, to two digits.
    private double rate() {
        return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.1e", Math.pow(10, slider.getValue())));
    }
}
