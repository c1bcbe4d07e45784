package org.lamina.ui.maps;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.app.Prediction;
import org.lamina.app.Samples;
import org.lamina.app.colour.Picture;

/// One sample, what it is and what the network says: wrong answers have another sign, frame and wording.
final class PredictionCard extends HBox {

    private static final double SIDE = 56;
    private static final double BAR = 70;
    private static final int MOST_BARS = 3;

    PredictionCard(Prediction prediction, Samples.Known known) {
        getStyleClass().add("prediction");
        setId("prediction-" + prediction.sample());
        boolean classes = known.classes();
        boolean right = !classes || prediction.isRight();
        if (!right)
            getStyleClass().add("wrong");
        Label verdict = verdict(prediction, known, right);
        VBox words = new VBox(4, verdict, classes ? bars(prediction, known) : values(prediction, known));
        getChildren().addAll(thumbnail(prediction), words);
        setAccessibleText("Sample %d: %s".formatted(prediction.sample() + 1, verdict.getText()));
    }

    private static Label verdict(Prediction prediction, Samples.Known known, boolean right) {
        String truth = known.truthOf(prediction.sample());
        if (!known.classes())
            return text("is " + truth, "verdict");
        Label verdict = text(right ? truth : "%s, not %s".formatted(known.label(prediction.answer()), truth),
                "verdict");
        verdict.setGraphic(new FontIcon(right ? Feather.CHECK : Feather.X));
        return verdict;
    }

    private static Node thumbnail(Prediction prediction) {
        if (prediction.input().sizes().length != 3) {
            Label numbers = text(numbers(prediction.input().values()), "probability-text");
            numbers.setMinWidth(SIDE);
            return numbers;
        }
        Pixels pixels = new Pixels();
        pixels.draw(Picture.channelsLast(prediction.input()));
        pixels.fit(SIDE, SIDE);
        StackPane frame = new StackPane(pixels);
        frame.getStyleClass().add("picture-frame");
        return frame;
    }

    private static String numbers(float[] values) {
        List<String> words = IntStream.range(0, Math.min(3, values.length)).mapToObj(i -> Legend.words(values[i]))
                .toList();
        return String.join("\n", words) + (values.length > words.size() ? "\n…" : "");
    }

    private static Node values(Prediction prediction, Samples.Known known) {
        return new VBox(2, IntStream.range(0, Math.min(MOST_BARS, prediction.output().length))
                .mapToObj(i -> text(known.label(i) + " " + Legend.words(prediction.output()[i]), "probability-text"))
                .toArray(Node[]::new));
    }

    /// The likeliest classes, and always the true one.
    private static Node bars(Prediction prediction, Samples.Known known) {
        float[] output = prediction.output();
        int truth = Math.round(prediction.truth());
        List<Integer> order = IntStream.range(0, output.length).boxed()
                .sorted(Comparator.comparingDouble(i -> -output[i])).toList();
        int[] shown = order.stream().mapToInt(Integer::intValue).limit(MOST_BARS).toArray();
        if (Arrays.stream(shown).noneMatch(i -> i == truth))
            shown[shown.length - 1] = truth;
        GridPane grid = new GridPane(6, 2);
        grid.setAlignment(Pos.CENTER_LEFT);
        for (int row = 0; row < shown.length; row++) {
            Label name = text(known.label(shown[row]), "probability-text");
            if (shown[row] == truth)
                name.getStyleClass().add("truth");
            grid.addRow(row, name, bar(output[shown[row]]),
                    text("%.0f %%".formatted(100 * output[shown[row]]), "probability-text"));
        }
        return grid;
    }

    private static Node bar(float share) {
        Rectangle room = new Rectangle(BAR, 7);
        room.getStyleClass().add("probability-room");
        Rectangle bar = new Rectangle(BAR * Math.clamp(share, 0f, 1f), 7);
        bar.getStyleClass().add("probability");
        StackPane both = new StackPane(room, bar);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static Label text(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
