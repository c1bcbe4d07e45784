package org.lamina.ui.maps;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.app.Answers;
import org.lamina.app.Prediction;
import org.lamina.app.Samples;
import org.lamina.app.Values;
import org.lamina.app.colour.Picture;
import org.lamina.tensor.Tensor;

/// One sample, what it is and what the network says: wrong answers have another sign, frame and wording. A card is
/// filled again and again while the network learns.
final class PredictionCard extends HBox {

    private static final double SIDE = 56;
    private static final int ROWS = 3;
    private static final int TEXT = 16;

    private final Pixels pixels = new Pixels();
    private final StackPane picture = new StackPane(pixels);
    private final Pixels given = new Pixels();
    private final StackPane reconstruction = new StackPane(given);
    private final Label numbers = new Label();
    private final Label verdict = new Label();
    private final FontIcon sign = new FontIcon(Feather.CHECK);
    private final List<ProbabilityRow> rows = Stream.generate(ProbabilityRow::new).limit(ROWS).toList();
    private @Nullable Tensor input;

    PredictionCard() {
        getStyleClass().add("prediction");
        picture.getStyleClass().add("picture-frame");
        reconstruction.getStyleClass().add("picture-frame");
        reconstruction.setAccessibleText("What the network gives back");
        numbers.getStyleClass().add("probability-text");
        numbers.setMinWidth(SIDE);
        verdict.getStyleClass().add("verdict");
        verdict.setMinWidth(USE_PREF_SIZE);
        GridPane grid = new GridPane(6, 2);
        grid.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < ROWS; i++)
            rows.get(i).addTo(grid, i);
        getChildren().addAll(picture, numbers, reconstruction, new VBox(4, verdict, grid));
        setVisible(false);
        Stream.of(this, picture, numbers, reconstruction).forEach(n -> n.managedProperty().bind(n.visibleProperty()));
    }

    void show(Prediction prediction, Samples.Known known) {
        setId("prediction-" + prediction.sample());
        boolean right = known.answers() != Answers.CLASSES || prediction.isRight();
        mark(right);
        verdict.setGraphic(known.answers() == Answers.CLASSES ? sign : null);
        verdict.setText(verdict(prediction, known, right));
        setAccessibleText("Sample %d: %s".formatted(prediction.sample() + 1, verdict.getText()));
        if (known.answers() == Answers.TOKENS)
            write(known.text(prediction.input().values(), TEXT));
        else
            draw(prediction.input());
        answer(prediction, known);
    }

    /// Of a picture whose true class nobody knows.
    void showOwn(Prediction prediction, Samples.Known known) {
        setId("prediction-own");
        mark(true);
        verdict.setGraphic(null);
        verdict.setText("Your own picture");
        setAccessibleText("Your own picture");
        draw(prediction.input());
        answer(prediction, known);
    }

    private void answer(Prediction prediction, Samples.Known known) {
        boolean givesBack = known.answers() == Answers.SAMPLES && prediction.output().sizes().length == 3;
        reconstruction.setVisible(givesBack);
        if (givesBack) {
            given.draw(Picture.channelsFirst(prediction.output()));
            given.fit(SIDE, SIDE);
        }
        switch (known.answers()) {
            case CLASSES -> showShares(prediction.output().values(), Math.round(prediction.truth()), known);
            case TOKENS -> showShares(prediction.last(), Math.round(prediction.truth()), known);
            case VALUES -> showValues(prediction.output().values(), known);
            case SAMPLES, VERDICTS -> rows.forEach(ProbabilityRow::hide);
        }
    }

    private void mark(boolean right) {
        sign.setIconCode(right ? Feather.CHECK : Feather.X);
        if (right == getStyleClass().contains("wrong"))
            if (right)
                getStyleClass().remove("wrong");
            else
                getStyleClass().add("wrong");
    }

    private static String verdict(Prediction prediction, Samples.Known known, boolean right) {
        String truth = known.truthOf(prediction.sample());
        return switch (known.answers()) {
            case CLASSES -> right ? truth : "%s, not %s".formatted(known.label(prediction.answer()), truth);
            case VALUES -> "is " + truth;
            case TOKENS -> "then comes " + truth;
            case SAMPLES -> "error " + Values.figure((float) prediction.error());
            case VERDICTS -> "%.0f %% real".formatted(100 * prediction.output().values()[0]);
        };
    }

    private void write(String text) {
        picture.setVisible(false);
        numbers.setVisible(true);
        numbers.setText(text);
    }

    private void draw(Tensor now) {
        if (now.equals(input))
            return;
        input = now;
        boolean isPicture = now.sizes().length == 3;
        picture.setVisible(isPicture);
        numbers.setVisible(!isPicture);
        if (isPicture) {
            pixels.draw(Picture.channelsLast(now));
            pixels.fit(SIDE, SIDE);
        } else
            numbers.setText(numbers(now.values()));
    }

    private static String numbers(float[] values) {
        List<String> words = IntStream.range(0, Math.min(3, values.length)).mapToObj(i -> Values.figure(values[i]))
                .toList();
        return String.join("\n", words) + (values.length > words.size() ? "\n…" : "");
    }

    private void showValues(float[] output, Samples.Known known) {
        for (int i = 0; i < ROWS; i++)
            if (i < output.length)
                rows.get(i).showValue(known.label(i), Values.figure(output[i]));
            else
                rows.get(i).hide();
    }

    private void showShares(float[] output, int truth, Samples.Known known) {
        int[] classes = likeliest(output, truth);
        for (int i = 0; i < ROWS; i++)
            if (i < classes.length)
                rows.get(i).showShare(known.label(classes[i]), output[classes[i]], classes[i] == truth);
            else
                rows.get(i).hide();
    }

    /// The likeliest classes, and always the true one.
    private static int[] likeliest(float[] output, int truth) {
        int[] shown = IntStream.range(0, output.length).boxed().sorted(Comparator.comparingDouble(i -> -output[i]))
                .mapToInt(Integer::intValue).limit(ROWS).toArray();
        if (truth >= 0 && Arrays.stream(shown).noneMatch(i -> i == truth))
            shown[shown.length - 1] = truth;
        return shown;
    }
}
