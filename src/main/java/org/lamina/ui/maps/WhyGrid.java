package org.lamina.ui.maps;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lamina.app.colour.Mosaic;
import org.lamina.app.colour.Picture;
import org.lamina.app.colour.Scale;
import org.lamina.app.colour.Units;
import org.lamina.tensor.Tensor;

/// The sample, two answers one above the other, and a column for each method that explains them.
final class WhyGrid extends GridPane {

    private static final double SMALLEST = 64;
    private static final double LARGEST = 220;

    /// Title, legend and margins.
    private static final double AROUND = 96;

    /// Gaps, margins and the words on the answers.
    private static final double BESIDE = 120;

    private final Pixels input = new Pixels();
    private final List<Label> answers = List.of(new Label(), new Label());
    private final List<ExplainerColumn> columns = Stream.of(Explainer.values()).map(ExplainerColumn::new).toList();

    WhyGrid() {
        super(6, 4);
        getStyleClass().add("why-grid");
        Label title = new Label("Input");
        title.getStyleClass().add("part-title");
        add(title, 0, 0);
        add(new VBox(input), 0, 1, 1, answers.size());
        for (int i = 0; i < answers.size(); i++) {
            answers.get(i).setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            answers.get(i).setId("why-answer-" + i);
            add(answers.get(i), 1, 1 + i);
            setValignment(answers.get(i), VPos.TOP);
        }
        for (int i = 0; i < columns.size(); i++)
            columns.get(i).addTo(this, 2 + i);
    }

    List<ExplainerColumn> columns() {
        return columns;
    }

    /// Of a cell, so that both answers and all methods are in sight where there is room.
    double side(double width, double height) {
        double high = (height - AROUND) / answers.size();
        double wide = (width - BESIDE) / (columns.size() + 1);
        return Math.clamp(Math.min(high, wide), SMALLEST, LARGEST);
    }

    void showInput(Tensor picture, double side) {
        if (picture.sizes().length == 3)
            input.draw(Picture.channelsFirst(picture));
        else {
            Units units = Units.ofOutput(picture);
            Scale scale = units.scale();
            input.draw(Mosaic.fitting(units, 1), units.paint(_ -> scale));
        }
        input.fit(side, side);
    }

    /// @param words on each answer; of fewer than two the rest stays empty
    void showAnswers(List<String> words) {
        for (int i = 0; i < answers.size(); i++)
            answers.get(i).setText(i < words.size() ? words.get(i) : "");
    }
}
