package org.lamina.ui.maps;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.app.Answers;
import org.lamina.app.Drawing;
import org.lamina.app.Found;
import org.lamina.app.LastFound;
import org.lamina.app.Looking;
import org.lamina.app.Numbers;
import org.lamina.app.OwnPicture;
import org.lamina.app.Samples;
import org.lamina.app.Wish;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.spec.Family;
import org.lamina.spec.Role;
import org.lamina.study.Attribution;
import org.lamina.study.Attribution.Method;
import org.lamina.study.Picture.Validation;
import org.lamina.study.Question;
import org.lamina.study.Response;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;
import org.lamina.ui.EmptyPane;
import org.lamina.ui.LazyTip;
import org.lamina.ui.LiveBar;
import org.lamina.ui.LivePanel;
import org.lamina.ui.Picker;
import org.lamina.ui.Scroll;
import org.lamina.ui.Wording;
import org.lamina.ui.take.Takeaway;

/// Which part of the sample looked at an answer comes from, by several methods, for two answers one above the other.
public final class WhyView extends BorderPane implements LivePanel, Takeaway {

    private final Drawing drawing;
    private final Looking looking;
    private final Samples samples;
    private final AnswerBox first = new AnswerBox("why-first", "The answer that is explained", 0);
    private final AnswerBox second = new AnswerBox("why-second", "The answer beside it", 1);
    private final Picker<NodeId> layer = new Picker<>();
    private final WhyGrid grid = new WhyGrid();
    private final HBox content = new HBox(grid);
    private final Scroll scroll = new Scroll(content);
    private final Label advice = new Label();
    private final LastFound last;

    public WhyView(Drawing drawing, Looking looking, Samples samples, OwnPictures own) {
        this.drawing = drawing;
        this.looking = looking;
        last = new LastFound(looking);
        this.samples = samples;
        setId("why");
        getStyleClass().add("live-panel");
        setTop(bar(own));
        own.accept(this);
        setCenter(new StackPane(scroll, EmptyPane.saying(advice)));
        drawing.inferenceProperty().subscribe(_ -> list());
        samples.knownProperty().subscribe(known -> {
            first.offer(known);
            second.offer(known);
        });
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Wish wish() {
        Set<Question> questions = new LinkedHashSet<>(List.of(response()));
        Response.Found now = answered();
        if (now != null)
            for (Explainer explainer : Explainer.values())
                questions.addAll(questions(explainer, now));
        return Wish.answers(questions);
    }

    @Override
    public long refresh(long nanos) {
        Response.Found now = answered();
        advice.setText(advice(last.of(response())));
        scroll.setVisible(advice.getText().isEmpty());
        if (now != null && scroll.isVisible())
            draw(now);
        return CONTENT;
    }

    private String advice(@Nullable Found response) {
        Answers kind = samples.known().answers();
        if (samples.known().count() > 0 && kind != Answers.CLASSES && kind != Answers.VALUES)
            return "Shows which part of a sample one answer comes from, a class or a value. This network gives back "
                    + "whole samples, tokens or verdicts.";
        if (response == null)
            return samples.untilAnswered(
                    "Press Train (F5), or step one batch (F7): why the network answers what it does is shown here.");
        return response.message() == null ? "" : response.message();
    }

    @Override
    public String subject() {
        return "Why this answer";
    }

    @Override
    public Node pictured() {
        return content;
    }

    /// The picture, and what each method says of each part of it.
    @Override
    public Numbers numbers() {
        Response.Found now = answered();
        if (now == null || !advice.getText().isEmpty())
            return Numbers.NONE;
        List<Numbers> parts = new ArrayList<>(List.of(Numbers.grid("Input", now.picture())));
        for (Explainer explainer : Explainer.values())
            for (Question question : questions(explainer, now)) {
                Found found = looking.found(question);
                if (found != null && found.finding() instanceof Attribution.Found given)
                    parts.add(Numbers.grid("%s of %s".formatted(explainer.title(),
                            samples.known().label(((Attribution) question).answer())), given.map()));
            }
        return Numbers.joined(parts);
    }

    private Response response() {
        return new Response(samples.picture());
    }

    private Response.@Nullable Found answered() {
        Found found = looking.found(response());
        return found != null && found.finding() instanceof Response.Found given ? given : null;
    }

    /// What one method is asked: of the chosen answer and of the other, where that is another.
    private List<Question> questions(Explainer explainer, Response.Found now) {
        Method method = explainer.method(layer.getValue(), window(now.picture()));
        return method == null ? List.of()
                : shown(now).stream().<Question>map(i -> new Attribution(samples.picture(), i, method)).toList();
    }

    private List<Integer> shown(Response.Found now) {
        float[] output = now.output().values();
        return Stream.of(first, second).map(box -> box.index(output, truth())).filter(i -> i < output.length).distinct()
                .toList();
    }

    private int truth() {
        Samples.Known known = samples.known();
        return samples.picture() instanceof Validation(int index) && known.classes() && index < known.count()
                ? Math.round(known.truth().get(index))
                : -1;
    }

    /// An odd side of about a sixth of the picture's.
    private static int window(Tensor picture) {
        int[] sizes = picture.sizes();
        return sizes.length == 1 ? 1 : Math.max(sizes[sizes.length - 1], sizes[sizes.length - 2]) / 12 * 2 + 1;
    }

    private void draw(Response.Found now) {
        double side = grid.side(scroll.getWidth(), scroll.getHeight());
        grid.showInput(now.picture(), side);
        grid.showAnswers(shown(now).stream().map(i -> words(i, now.output().values())).toList());
        for (ExplainerColumn column : grid.columns()) {
            List<Question> asked = questions(column.explainer(), now);
            if (asked.isEmpty())
                column.refuse("This network has no layer that gives maps.");
            else
                column.show(found(asked), now.picture(), side, looking.gammaProperty().get());
        }
    }

    private List<@Nullable Found> found(List<Question> asked) {
        List<@Nullable Found> found = new ArrayList<>();
        asked.forEach(question -> found.add(looking.found(question)));
        return found;
    }

    private String words(int answer, float[] output) {
        Samples.Known known = samples.known();
        String value = known.classes() ? "%.1f %%".formatted(100 * output[answer]) : Legend.words(output[answer]);
        return known.label(answer) + "\n" + value + (answer == truth() ? "\ntrue" : "");
    }

    private void list() {
        Inference inference = drawing.inference().expanded();
        List<NodeId> layers = inference.graph().order().stream()
                .filter(n -> n.layer().role() == Role.INNER
                        && inference.shape(n.id()).filter(Shape::isImage).isPresent())
                .map(org.lamina.graph.Node::id).toList();
        if (layers.equals(layer.getItems()))
            return;
        NodeId before = layer.getValue();
        layer.getItems().setAll(layers);
        layer.setValue(before != null && layers.contains(before) ? before
                : layers.reversed().stream().filter(id -> isConvolution(inference, id)).findFirst()
                        .orElse(layers.isEmpty() ? null : layers.getLast()));
    }

    private static boolean isConvolution(Inference inference, NodeId id) {
        return inference.graph().node(id).orElseThrow().layer().card().family() == Family.CONVOLUTION;
    }

    private Node bar(OwnPictures own) {
        layer.setId("why-layer");
        layer.setAccessibleText("Layer for Grad-CAM");
        LazyTip.install(layer, () -> "The layer whose maps Grad-CAM weighs");
        layer.setConverter(new Wording<>(id -> drawing.inference().label(id)));
        layer.visibleProperty().bind(Bindings.isNotEmpty(layer.getItems()));
        layer.managedProperty().bind(layer.visibleProperty());
        Label beside = new Label("beside");
        beside.visibleProperty().bind(second.visibleProperty());
        beside.managedProperty().bind(beside.visibleProperty());
        return new LiveBar(first, beside, second, layer, draw(own.own()), new SampleBar(samples, own));
    }

    /// Opens the pad beside the pictures.
    private ToggleButton draw(OwnPicture own) {
        ToggleButton draw = new ToggleButton("Draw", new FontIcon(Feather.EDIT_2));
        draw.setId("why-draw");
        LazyTip.install(draw, () -> "Draw a picture by hand: the network answers while you draw");
        DrawingPad pad = new DrawingPad(own);
        pad.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        pad.visibleProperty().bind(draw.selectedProperty());
        pad.managedProperty().bind(pad.visibleProperty());
        HBox.setMargin(pad, new Insets(4, 0, 12, 12));
        content.getChildren().addFirst(pad);
        draw.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> !own.refusal().isEmpty(), samples.knownProperty()));
        return draw;
    }
}
