package org.lamina.ui.step;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Beat;
import org.lamina.app.Beat.Phase;
import org.lamina.app.Dissection;
import org.lamina.app.Drawing;
import org.lamina.app.Looking;
import org.lamina.app.Numbers;
import org.lamina.app.Pace;
import org.lamina.app.Samples;
import org.lamina.app.colour.Colouring;
import org.lamina.spec.Words;
import org.lamina.study.Side;
import org.lamina.study.TrainingStep;
import org.lamina.study.TrainingStep.Change;
import org.lamina.study.TrainingStep.Passage;
import org.lamina.ui.Action;
import org.lamina.ui.EmptyPane;
import org.lamina.ui.LiveBar;
import org.lamina.ui.LivePanel;
import org.lamina.ui.Scroll;
import org.lamina.ui.Wording;
import org.lamina.ui.arithmetic.PaceBar;
import org.lamina.ui.take.Takeaway;

/// One training step in four beats, node by node: what happens in words, numbers and pictures.
public final class StepView extends BorderPane implements LivePanel, Takeaway {

    private static final String ADVICE = "Press Ctrl+F7 to train one batch and see how: forwards through the layers, the loss, back through them, and what becomes of the weights.";

    /// The narrowest that sentences are read well in.
    private static final double WORDS = 150;
    private static final List<String> COLUMNS = List.of("layer", "parameter", "root mean square of outputs",
            "gradient norm of a sample", "weight norm before", "weight gradient norm", "update norm",
            "weight norm after");

    private final Drawing drawing;
    private final Dissection dissection;
    private final Looking looking;
    private final Map<Phase, ToggleButton> phases = new EnumMap<>(Phase.class);
    private final ChoiceBox<Side> side = new ChoiceBox<>();
    private final Label place = new Label();
    private final Label words = new Label();
    private final Label advice = new Label();
    private final BatchPane batch;
    private final TensorPicture picture = new TensorPicture("step-picture");
    private final HBox content = new HBox();
    private List<Object> drawn = List.of();

    /// @param takeApart takes the next step apart
    public StepView(Drawing drawing, Dissection dissection, Looking looking, Samples samples, Action takeApart) {
        this.drawing = drawing;
        this.dissection = dissection;
        this.looking = looking;
        batch = new BatchPane(samples);
        setId("step");
        getStyleClass().add("live-panel");
        words.setId("step-words");
        words.getStyleClass().add("step-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        place.setId("step-place");
        place.setMinWidth(USE_PREF_SIZE);
        dissection.pace().beatProperty().subscribe(_ -> requestLayout());
        dissection.pace().playingProperty().subscribe(_ -> requestLayout());
        setTop(new LiveBar(takeApart.button(), side(), phases(), new PaceBar("step", dissection.pace()), place));
        setCenter(new StackPane(content(), EmptyPane.saying(advice)));
    }

    /// Whose turn is shown, where two sides learn in turns.
    private Node side() {
        side.setId("step-side");
        side.setAccessibleText("Whose turn is shown");
        side.setConverter(new Wording<>(of -> Words.title(of.title()) + "’s turn"));
        side.managedProperty().bind(side.visibleProperty());
        side.setVisible(false);
        side.setOnAction(_ -> {
            TrainingStep step = dissection.step();
            if (side.getValue() != null && step != null && side.getValue() != step.side())
                dissection.turn(side.getValue());
        });
        return side;
    }

    private Node phases() {
        SegmentedButton buttons = new SegmentedButton();
        for (Phase phase : Phase.values()) {
            ToggleButton button = new ToggleButton(phase.title());
            button.setId("step-" + phase.title().toLowerCase(java.util.Locale.ROOT));
            button.setOnAction(_ -> {
                dissection.go(phase);
                drawn = List.of();
                requestLayout();
            });
            phases.put(phase, button);
            buttons.getButtons().add(button);
        }
        return buttons;
    }

    private Node content() {
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(WORDS);
        words.setPrefWidth(WORDS);
        words.setMaxWidth(Double.MAX_VALUE);
        content.getChildren().setAll(batch, words, picture);
        content.getStyleClass().add("maps-content");
        Scroll scroll = new Scroll(content);
        scroll.setFitToWidth(true);
        return scroll;
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public long refresh(long nanos) {
        long next = dissection.pace().advance(nanos);
        TrainingStep step = dissection.step();
        advice.setText(step == null ? ADVICE : "");
        List<Object> now = step == null ? List.of("") : List.of(step, dissection.pace().beat(), looking.colouring());
        if (!now.equals(drawn)) {
            drawn = now;
            if (step != null)
                show(step);
        }
        return next == Pace.RESTS ? CONTENT : next;
    }

    @Override
    public String subject() {
        TrainingStep step = dissection.step();
        return step == null ? "Training step"
                : "Training step %d%s".formatted(step.step(),
                        step.side() == Side.ALL ? "" : ", " + step.side().title());
    }

    @Override
    public Node pictured() {
        return content;
    }

    /// What went past each layer, and what became of each of its parameters.
    @Override
    public Numbers numbers() {
        TrainingStep step = dissection.step();
        if (step == null)
            return Numbers.NONE;
        List<List<?>> rows = new ArrayList<>();
        for (Passage passage : step.nodes()) {
            String layer = drawing.inference().expanded().label(passage.node());
            rows.add(List.of(layer, "", passage.rms(), passage.norm(), "", "", "", ""));
            for (Change change : step.changes())
                if (change.node().equals(passage.node()))
                    rows.add(List.of(layer, change.parameter(), "", "", change.before(), change.gradient(),
                            change.update(), change.after()));
        }
        return Numbers.of(COLUMNS, rows);
    }

    private void show(TrainingStep step) {
        if (!side.getItems().equals(dissection.sides()))
            side.getItems().setAll(dissection.sides());
        side.setValue(step.side());
        side.setVisible(side.getItems().size() > 1);
        List<Beat> soFar = dissection.soFar();
        Beat beat = soFar.isEmpty() ? null : soFar.getLast();
        place.setText("Step %,d, beat %d of %d".formatted(step.step(), soFar.size(), dissection.beats().size()));
        phases.forEach((phase, button) -> button.setSelected(beat != null && beat.phase() == phase));
        words.setText(beat == null ? "A batch is taken from the training samples."
                : beat.words(step, drawing.inference().expanded().graph()));
        batch.show(step, beat != null && beat.phase() != Phase.FORWARD);
        picture(step, beat);
    }

    private void picture(TrainingStep step, @Nullable Beat beat) {
        picture.setVisible(beat != null && beat.phase() != Phase.LOSS);
        if (beat == null || beat.phase() == Phase.LOSS)
            return;
        Colouring colouring = looking.colouring().among(beat.moved(step));
        if (beat.phase() == Phase.UPDATE) {
            Change change = beat.changes(step).getFirst();
            picture.showWeights("Added to " + change.parameter(), change.added(), colouring);
            return;
        }
        Passage passage = beat.passage(step).orElseThrow();
        if (beat.phase() == Phase.FORWARD)
            picture.showOutput("First sample: output", passage.output(), colouring);
        else
            picture.showOutput("First sample: gradient", Objects.requireNonNull(passage.gradient()), colouring);
    }
}
