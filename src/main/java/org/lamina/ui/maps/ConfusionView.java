package org.lamina.ui.maps;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Confusion;
import org.lamina.app.Looking;
import org.lamina.app.Samples;
import org.lamina.app.Wish;
import org.lamina.app.colour.ColourMap;
import org.lamina.ui.LivePanel;
import org.lamina.ui.EmptyPane;

/// Which classes are taken for which: a row per true class, a column per answered class.
public final class ConfusionView extends BorderPane implements LivePanel {

    private static final double CELL_WIDTH = 44;
    private static final double CELL_HEIGHT = 26;

    private final Looking looking;
    private final Samples samples;
    private final BiConsumer<List<Integer>, String> show;
    private final GridPane grid = new GridPane(2, 2);
    private final Label words = new Label();
    private final Label advice = new Label();
    private Label[][] cells = new Label[0][0];
    private @Nullable Confusion drawn;
    private Samples.@Nullable Known head;

    /// @param show shows samples under a heading
    public ConfusionView(Looking looking, Samples samples, BiConsumer<List<Integer>, String> show) {
        this.looking = looking;
        this.samples = samples;
        this.show = show;
        setId("confusion");
        getStyleClass().add("live-panel");
        words.setId("confusion-words");
        HBox bar = new HBox(words);
        bar.getStyleClass().add("live-bar");
        grid.setStyle("-fx-padding: 4 12 12 12;");
        setTop(bar);
        setCenter(new StackPane(new ScrollPane(grid), EmptyPane.saying(advice)));
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Wish wish() {
        return Wish.CONFUSION;
    }

    @Override
    public void refresh(long nanos) {
        Confusion now = looking.confusionProperty().get();
        boolean regression = samples.known().count() > 0 && !samples.known().classes();
        advice.setText(regression ? "A network that predicts numbers has no classes to confuse."
                : now == null ? "Press Train (F5): which class is taken for which is counted here after each epoch."
                        : "");
        if (now == null || now == drawn)
            return;
        if (samples.known() != head)
            build(now.classes());
        drawn = now;
        for (int truth = 0; truth < now.classes(); truth++)
            for (int answer = 0; answer < now.classes(); answer++)
                fill(cells[truth][answer], now, truth, answer);
        summary();
    }

    private void build(int classes) {
        head = samples.known();
        grid.getChildren().clear();
        cells = new Label[classes][classes];
        grid.add(head("true ↓  read as →"), 0, 0);
        for (int i = 0; i < classes; i++) {
            grid.add(head(samples.known().label(i)), i + 1, 0);
            grid.add(head(samples.known().label(i)), 0, i + 1);
            for (int j = 0; j < classes; j++) {
                cells[i][j] = cell(i, j);
                grid.add(cells[i][j], j + 1, i + 1);
            }
        }
    }

    private static Label head(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("confusion-head");
        label.setMinSize(CELL_WIDTH, CELL_HEIGHT);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(Pos.CENTER);
        return label;
    }

    private Label cell(int truth, int answer) {
        Label cell = new Label();
        cell.setId("confusion-%d-%d".formatted(truth, answer));
        cell.getStyleClass().add("confusion-cell");
        cell.setMinSize(CELL_WIDTH, CELL_HEIGHT);
        cell.setPrefSize(CELL_WIDTH, CELL_HEIGHT);
        cell.setMaxSize(Double.MAX_VALUE, CELL_HEIGHT);
        cell.setFocusTraversable(truth != answer);
        cell.setOnMouseEntered(_ -> words.setText(tell(truth, answer)));
        cell.setOnMouseExited(_ -> summary());
        cell.focusedProperty().subscribe(focused -> {
            if (focused)
                words.setText(tell(truth, answer));
        });
        cell.setOnMouseClicked(_ -> open(truth, answer));
        cell.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE)
                open(truth, answer);
        });
        return cell;
    }

    private void fill(Label cell, Confusion now, int truth, int answer) {
        int count = now.count(truth, answer);
        double share = now.count(truth) == 0 ? 0 : count / (double) now.count(truth);
        int colour = ColourMap.SEQUENTIAL.at(1 - Math.sqrt(share));
        cell.setText(count == 0 ? "" : String.valueOf(count));
        cell.setAccessibleText(tell(truth, answer));
        cell.setStyle(count == 0
                ? "-fx-background-color: -color-bg-subtle;"
                : "-fx-background-color: #%06x; -fx-text-fill: %s;".formatted(colour & 0xFFFFFF,
                        share > 0.12 ? "white" : "black"));
    }

    /// `3 read as 8: 12 times, 1.2 % of all 3. Click to see them`.
    private String tell(int truth, int answer) {
        Confusion now = drawn;
        if (now == null)
            return "";
        int count = now.count(truth, answer);
        String share = now.count(truth) == 0 ? ""
                : ", %.1f %% of all %s".formatted(100.0 * count / now.count(truth), samples.known().label(truth));
        return "%s: %s%s%s".formatted(what(truth, answer), count == 1 ? "once" : "%,d times".formatted(count), share,
                count == 0 ? "" : ". Click to see them");
    }

    private String what(int truth, int answer) {
        return "%s read as %s".formatted(samples.known().label(truth), samples.known().label(answer));
    }

    private void summary() {
        Confusion now = drawn;
        words.setText(now == null || now.total() == 0 ? ""
                : "%,d of %,d validation samples are right, %.2f %%".formatted(now.right(), now.total(),
                        100.0 * now.right() / now.total()));
    }

    private void open(int truth, int answer) {
        Confusion now = drawn;
        if (now == null)
            return;
        List<Integer> found = now.samples(truth, answer);
        if (!found.isEmpty())
            show.accept(found, "%s: %,d".formatted(what(truth, answer), found.size()));
    }
}
