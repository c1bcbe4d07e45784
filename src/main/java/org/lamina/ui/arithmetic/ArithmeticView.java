package org.lamina.ui.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Drawing;
import org.lamina.app.Found;
import org.lamina.app.LastFound;
import org.lamina.app.Looking;
import org.lamina.app.Numbers;
import org.lamina.app.Pace;
import org.lamina.app.Reckoning;
import org.lamina.app.Samples;
import org.lamina.app.Selection;
import org.lamina.app.Wish;
import org.lamina.graph.NodeId;
import org.lamina.spec.Explaining;
import org.lamina.spec.Working;
import org.lamina.study.Arithmetic;
import org.lamina.ui.EmptyPane;
import org.lamina.ui.LayerChoice;
import org.lamina.ui.LiveBar;
import org.lamina.ui.LivePanel;
import org.lamina.ui.Picker;
import org.lamina.ui.Piecemeal;
import org.lamina.ui.Scroll;
import org.lamina.ui.Wording;
import org.lamina.ui.maps.OwnPictures;
import org.lamina.ui.maps.SampleBar;
import org.lamina.ui.take.Takeaway;

/// One number of a layer's answer and the arithmetic behind it: formula above, the real numbers below, played beat by
/// beat.
public final class ArithmeticView extends BorderPane implements LivePanel, Takeaway {

    private final Drawing drawing;
    private final Looking looking;
    private final Samples samples;
    private final Pace pace = new Pace();
    private final Picker<NodeId> layer = new Picker<>();
    private final CheckBox training = new CheckBox("As while training");
    private final CellPane output = new CellPane("arithmetic-output");
    private final CellPane input = new CellPane("arithmetic-input");
    private final WorkingPane working = new WorkingPane();
    private final Label advice = new Label();
    private final HBox content = new HBox();
    private final Piecemeal parts = new Piecemeal();
    private final LastFound last;
    private int cell;
    private List<Object> drawn = List.of();

    public ArithmeticView(Drawing drawing, Selection selection, Looking looking, Samples samples,
            OwnPictures own) {
        this.drawing = drawing;
        this.looking = looking;
        last = new LastFound(looking);
        this.samples = samples;
        setId("arithmetic");
        getStyleClass().add("live-panel");
        output.onChoose(chosen -> {
            cell = chosen;
            requestLayout();
        });
        pace.beatProperty().subscribe(_ -> requestLayout());
        pace.playingProperty().subscribe(_ -> requestLayout());
        setTop(bar(own));
        setCenter(new StackPane(content(), EmptyPane.saying(advice)));
        drawing.inferenceProperty().subscribe(now -> LayerChoice.offer(layer, now, List::getFirst));
        selection.nodesProperty().subscribe(_ -> selection.last().map(drawing.inference()::path)
                .filter(layer.getItems()::contains).ifPresent(layer::setValue));
        layer.valueProperty().subscribe(_ -> begin());
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Wish wish() {
        Arithmetic question = question();
        return question == null ? Wish.NOTHING : Wish.answers(Set.of(question));
    }

    private @Nullable Arithmetic question() {
        NodeId shown = layer.getValue();
        return shown == null ? null
                : new Arithmetic(shown, samples.picture(), cell, training.isVisible() && training.isSelected());
    }

    @Override
    public long refresh(long nanos) {
        if (parts.go(nanos) != CONTENT)
            return 0;
        long next = pace.advance(nanos);
        Arithmetic question = question();
        Found found = last.of(question);
        advice.setText(advice(question, found));
        long more = found != null && found.finding() instanceof Arithmetic.Found shown ? draw(shown, nanos) : CONTENT;
        return next == Pace.RESTS ? more : Math.min(next, more);
    }

    @Override
    public String subject() {
        NodeId shown = layer.getValue();
        return "Arithmetic" + (shown == null ? "" : " of " + drawing.inference().label(shown));
    }

    @Override
    public Node pictured() {
        return content;
    }

    /// What arrives, what leaves, and the terms of the number that is worked out.
    @Override
    public Numbers numbers() {
        Found known = last.of(question());
        if (known == null || !(known.finding() instanceof Arithmetic.Found found))
            return Numbers.NONE;
        List<Numbers> parts = new ArrayList<>(List.of(Numbers.grid("Output", found.output())));
        found.inputs().forEach(arrived -> parts.add(Numbers.grid("Input", arrived)));
        if (found.working() != null)
            parts.addAll(Reckoning.numbers(found.working()));
        return Numbers.joined(parts);
    }

    private String advice(@Nullable Arithmetic question, @Nullable Found found) {
        if (question == null)
            return "Draw a network and select one of its layers: how its numbers come about is shown here.";
        if (found == null)
            return samples.untilAnswered(
                    "Press Train (F5), or step one batch (F7): then every number of the selected layer can be worked out here.");
        return found.message() == null ? "" : found.message();
    }

    private long draw(Arithmetic.Found found, long nanos) {
        Working shown = found.working();
        pace.show(shown == null ? 0 : Reckoning.beats(shown));
        double gamma = looking.gammaProperty().get();
        List<Object> now = List.of(found, pace.beat(), gamma);
        if (now.equals(drawn))
            return CONTENT;
        drawn = now;
        int beat = pace.beat();
        String title = drawing.inference().label(layer.getValue());
        return parts.begin(List.of(
                () -> output.show("Output", found.output(), new int[]{found.cell()}, gamma),
                () -> drawInput(found, beat, gamma), () -> working.show(title, found, beat, gamma)), nanos);
    }

    private void drawInput(Arithmetic.Found found, int beat, double gamma) {
        input.setVisible(!found.inputs().isEmpty());
        input.setManaged(input.isVisible());
        if (input.isVisible())
            input.show("Input", found.inputs().getFirst(), read(found, beat), gamma);
    }

    /// The numbers of the input that a beat reads.
    private static int[] read(Arithmetic.Found found, int beat) {
        Working shown = found.working();
        return switch (shown) {
            case null -> new int[]{-1};
            case Working.Curve curve -> new int[]{curve.cell()};
            case Working.Chain _ -> new int[]{found.cell()};
            case Working.Share share -> share.part().cells();
            case Working.Sum sum when !Reckoning.isWindow(sum) -> sum.parts().getFirst().cells();
            case Working.Sum _,Working.Largest _ -> Reckoning.isWindow(shown)
                    ? WindowBox.part(shown, beat).cells()
                    : ((Working.Largest) shown).part().cells();
        };
    }

    private void begin() {
        cell = 0;
        last.forget();
        NodeId shown = layer.getValue();
        boolean twofold = shown != null && drawing.inference().expanded().graph().node(shown)
                .filter(n -> n.layer() instanceof Explaining explaining && explaining.isTwofold()).isPresent();
        training.setVisible(twofold);
        training.setManaged(twofold);
    }

    private Node bar(OwnPictures own) {
        layer.setId("arithmetic-layer");
        layer.setAccessibleText("Layer whose arithmetic is shown");
        layer.setConverter(new Wording<>(id -> drawing.inference().label(id)));
        training.setId("arithmetic-training");
        return new LiveBar(layer, training, new PaceBar("arithmetic", pace), new SampleBar(samples, own));
    }

    private Node content() {
        content.getChildren().setAll(output, input, working);
        content.getStyleClass().add("maps-content");
        Scroll scroll = new Scroll(content);
        scroll.setFitToWidth(true);
        return scroll;
    }
}
