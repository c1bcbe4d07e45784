package org.lamina.ui.step;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.lamina.app.Samples;
import org.lamina.app.Values;
import org.lamina.app.colour.ColourMap;
import org.lamina.app.colour.Picture;
import org.lamina.app.colour.Scale;
import org.lamina.spec.Words;
import org.lamina.study.TrainingStep;
import org.lamina.study.TrainingStep.Sample;
import org.lamina.ui.maps.Pixels;

/// The batch of a step: its first samples, each with its truth, and from the loss on with its loss as number and colour.
final class BatchPane extends VBox {

    private static final double SIDE = 30;
    private static final double CELL = 42;
    private static final int COLUMNS = 6;
    private static final int FEWEST = 3;

    private final Samples samples;
    private final Label title = new Label();
    private final FlowPane tiles = new FlowPane(4, 4);

    BatchPane(Samples samples) {
        super(4);
        this.samples = samples;
        setId("step-batch-samples");
        title.getStyleClass().add("part-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        tiles.setPrefWrapLength(COLUMNS * (CELL + 4));
        setMinWidth(FEWEST * (CELL + 4));
        getChildren().addAll(title, tiles);
    }

    /// @param losses whether they are known by now
    void show(TrainingStep step, boolean losses) {
        title.setText("Batch of %s%s".formatted(Words.count(step.size(), made(step) ? "generated sample" : "sample"),
                losses ? ", loss of each" : made(step) ? "" : ", truth of each"));
        float[] all = new float[step.samples().size()];
        for (int i = 0; i < all.length; i++)
            all[i] = (float) step.samples().get(i).loss();
        Scale scale = Scale.of(all);
        List<Label> shown = new ArrayList<>();
        for (Sample sample : step.samples())
            shown.add(tile(sample, losses, scale));
        tiles.getChildren().setAll(shown);
    }

    private Label tile(Sample sample, boolean losses, Scale scale) {
        Label tile = new Label(losses ? loss(sample.loss()) : truth(sample.truth()));
        tile.getStyleClass().add("step-sample");
        tile.setPrefWidth(CELL);
        tile.setAlignment(Pos.CENTER);
        if (sample.input().sizes().length == 3) {
            Pixels pixels = new Pixels();
            pixels.draw(Picture.channelsLast(sample.input()));
            pixels.fit(SIDE, SIDE);
            tile.setGraphic(pixels);
        }
        if (losses)
            tile.setStyle("-fx-border-color: transparent transparent #%06x transparent;".formatted(
                    ColourMap.LINES.at(0.5 + scale.position((float) sample.loss()) / 2) & 0xffffff));
        return tile;
    }

    /// As many digits as a tile has room for.
    private static String loss(double loss) {
        return (loss < 1 ? "%.3f" : "%.3g").formatted(loss);
    }

    private static boolean made(TrainingStep step) {
        return step.samples().stream().anyMatch(sample -> Float.isNaN(sample.truth()));
    }

    /// Nothing of a generated sample.
    private String truth(float truth) {
        return Float.isNaN(truth) ? ""
                : samples.known().classes() ? samples.known().label(Math.round(truth)) : Values.figure(truth);
    }
}
