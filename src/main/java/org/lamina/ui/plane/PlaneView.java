package org.lamina.ui.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.DataModel;
import org.lamina.app.DataPreview;
import org.lamina.app.Drawing;
import org.lamina.app.Found;
import org.lamina.app.Looking;
import org.lamina.app.Numbers;
import org.lamina.app.PlaneColumns;
import org.lamina.app.PlaneOfData;
import org.lamina.app.Training;
import org.lamina.app.Wish;
import org.lamina.app.colour.Colouring;
import org.lamina.graph.Inference;
import org.lamina.study.Plane;
import org.lamina.tensor.Tensor;
import org.lamina.ui.EmptyPane;
import org.lamina.ui.LivePanel;
import org.lamina.ui.Scroll;
import org.lamina.ui.take.Takeaway;
import org.lamina.ui.theme.Theme;

/// The plane as a network of two inputs sees it, live: left all neurons with their weights, right the answer, or the
/// neuron that was chosen, large under the points of the data set.
public final class PlaneView extends BorderPane implements LivePanel, Takeaway {

    private static final double TWO_LINES = 36;
    private static final String LINES = "Lines are weights: blue positive, orange negative, thicker is larger";
    private static final String OTHER_DATA = "This view is for networks that take two numbers. Choose the data set \"Points in the plane\", or open the sample Spiral, to see how each neuron parts the plane.";
    private static final String UNTRAINED = "Press Train (F5), or step one batch (F7): every neuron shows here what it makes of the plane.";

    private final Drawing drawing;
    private final Looking looking;
    private final DataModel data;
    private final PlaneOfData seen;
    private final ObservableValue<Theme> theme;
    private final NeuronBoard board;
    private final PlanePane plane = new PlanePane();
    private final Label advice = new Label();
    private final HBox content = new HBox();
    private @Nullable Object drawn;

    public PlaneView(Drawing drawing, Looking looking, DataModel data, Training training,
            ObservableValue<Theme> theme) {
        this.drawing = drawing;
        this.looking = looking;
        this.data = data;
        seen = new PlaneOfData(data);
        this.theme = theme;
        board = new NeuronBoard(drawing, training::putWeight);
        setId("plane");
        getStyleClass().add("live-panel");
        Scroll scroll = new Scroll(board);
        scroll.setFitToHeight(true);
        scroll.setFitToWidth(true);
        Label hint = new Label();
        hint.setId("plane-hint");
        hint.getStyleClass().add("live-text");
        hint.setWrapText(true);
        hint.setMinHeight(TWO_LINES);
        hint.textProperty().bind(board.wordsProperty().map(words -> words.isEmpty() ? LINES : words));
        VBox neurons = new VBox(4, scroll, hint);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox.setHgrow(neurons, Priority.ALWAYS);
        content.getChildren().setAll(neurons, plane);
        content.getStyleClass().add("plane-content");
        content.widthProperty().subscribe(width -> plane.within(width.doubleValue()));
        setCenter(new StackPane(content, EmptyPane.saying(advice)));
        board.setOnChosen(() -> drawn = null);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Wish wish() {
        Plane question = seen.question();
        return question == null ? Wish.NOTHING : Wish.answers(Set.of(question));
    }

    @Override
    public long refresh(long nanos) {
        DataPreview.Points points = seen.points();
        Plane question = seen.question();
        Found found = question == null ? null : looking.found(question);
        boolean there = found != null && found.finding() != null;
        advice.setText(points == null ? OTHER_DATA
                : there ? "" : found != null && found.message() != null ? found.message() : UNTRAINED);
        if (points == null || question == null || found == null || !(found.finding() instanceof Plane.Found now))
            return CONTENT;
        List<Object> shown = List.of(now, points, theme.getValue(), plane.room(), board.room(),
                looking.colouring());
        if (shown.equals(drawn))
            return CONTENT;
        drawn = shown;
        draw(now, points, question.reach());
        return CONTENT;
    }

    @Override
    public String subject() {
        return "Plane";
    }

    @Override
    public Node pictured() {
        return content;
    }

    /// What each neuron makes of the plane, the weights between them, and the answers.
    @Override
    public Numbers numbers() {
        Plane question = seen.question();
        Found known = question == null ? null : looking.found(question);
        if (known == null || !(known.finding() instanceof Plane.Found found))
            return Numbers.NONE;
        List<Numbers> parts = new ArrayList<>();
        Inference network = drawing.inference().expanded();
        network.graph().order().forEach(node -> {
            Tensor neurons = found.neurons().get(node.id());
            Tensor weights = found.weights().get(node.id());
            if (neurons != null)
                parts.add(Numbers.grid(network.label(node.id()), neurons));
            if (weights != null)
                parts.add(Numbers.grid("Weights of " + network.label(node.id()), weights));
        });
        parts.add(Numbers.grid("Answer", found.answers()));
        return Numbers.joined(parts);
    }

    private void draw(Plane.Found found, DataPreview.Points points, float reach) {
        List<PlaneColumns.Column> columns = PlaneColumns.of(drawing.inference().expanded().graph(), found);
        Colouring colouring = looking.colouring().among(found.neurons().values());
        board.show(columns, theme.getValue(), colouring);
        NeuronBoard.@Nullable Neuron neuron = board.chosen();
        if (neuron == null)
            plane.answers(found.answers(), names(), theme.getValue(), colouring.gamma());
        else
            plane.neuron(board.title(neuron), columns.get(neuron.column()).neurons(), neuron.unit(), colouring);
        plane.points(points, reach, theme.getValue());
    }

    private List<String> names() {
        DataPreview preview = data.readingProperty().get().preview();
        return preview == null ? List.of() : preview.names();
    }
}
