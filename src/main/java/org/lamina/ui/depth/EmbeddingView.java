package org.lamina.ui.depth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Drawing;
import org.lamina.app.Found;
import org.lamina.app.Looking;
import org.lamina.app.Numbers;
import org.lamina.app.Samples;
import org.lamina.app.Selection;
import org.lamina.app.Wish;
import org.lamina.app.embedding.Embedding;
import org.lamina.app.embedding.Embedding.Chart;
import org.lamina.app.embedding.Embedding.Method;
import org.lamina.graph.NodeId;
import org.lamina.study.LayerOutputs;
import org.lamina.ui.EmptyPane;
import org.lamina.ui.FxDoor;
import org.lamina.ui.LayerChoice;
import org.lamina.ui.LazyTip;
import org.lamina.ui.Picker;
import org.lamina.ui.Wording;
import org.lamina.ui.theme.Theme;

/// Validation samples as points, near each other where a layer gives much the same for them.
final class EmbeddingView extends BorderPane implements DepthPart {

    private static final int SAMPLES = 1000;

    private final Drawing drawing;
    private final Looking looking;
    private final Samples samples;
    private final ObservableValue<Theme> theme;
    private final Embedding embedding;
    private final Picker<NodeId> layer = new Picker<>();
    private final Picker<Method> method = new Picker<>();
    private final Button again = new Button("Again");
    private final Label words = new Label();
    private final Label pointed = new Label();
    private final Label advice = new Label();
    private final ClassLegend legend = new ClassLegend();
    private final SamplePictures pictures = new SamplePictures();
    private final SampleWords told;
    private final PointPane points = new PointPane(this::choose, this::point, pictures::of);
    private final SampleList list;
    private Set<Integer> lassoed = Set.of();
    private @Nullable Chart chart;
    private LayerOutputs.@Nullable Found mapped;
    private @Nullable Method mappedBy;
    private @Nullable Theme colours;
    private Samples.@Nullable Known known;

    EmbeddingView(Drawing drawing, Selection selection, Looking looking, Samples samples,
            ObservableValue<Theme> theme, Executor background) {
        this.drawing = drawing;
        this.looking = looking;
        this.samples = samples;
        this.theme = theme;
        told = new SampleWords(samples);
        list = new SampleList(told::of, pictures::of, this::mark);
        embedding = new Embedding(background, FxDoor.EXECUTOR, this::came);
        fillControls();
        HBox.setHgrow(points, Priority.ALWAYS);
        VBox.setVgrow(points, Priority.ALWAYS);
        pointed.setId("depth-pointed");
        pointed.getStyleClass().add("live-text");
        HBox content = new HBox(12, points, list);
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox all = new VBox(4, content, legend, pointed);
        all.getStyleClass().add("embedding-content");
        setCenter(new StackPane(all, EmptyPane.saying(advice)));
        drawing.inferenceProperty().subscribe(now -> LayerChoice.offer(layer, now, List::getLast));
        selection.nodesProperty().subscribe(_ -> selection.last().map(drawing.inference()::path)
                .filter(layer.getItems()::contains).ifPresent(layer::setValue));
    }

    private void fillControls() {
        layer.setId("embedding-layer");
        layer.setAccessibleText("Layer whose outputs are mapped");
        layer.setConverter(new Wording<>(node -> "%d · %s".formatted(layer.getItems().indexOf(node) + 1,
                drawing.inference().label(node))));
        method.setId("embedding-method");
        method.setAccessibleText("How samples get their places");
        method.getItems().setAll(Method.values());
        method.setValue(Method.PCA);
        again.setId("embedding-again");
        again.setOnAction(_ -> {
            mapped = null;
            Platform.requestNextPulse();
        });
        again.visibleProperty().bind(method.valueProperty().isEqualTo(Method.T_SNE));
        again.managedProperty().bind(again.visibleProperty());
        LazyTip.install(again, () -> "Maps what the layer gives by now; t-SNE does not follow the training by itself");
        words.setId("embedding-words");
        words.getStyleClass().add("muted");
        LazyTip.install(words,
                () -> "PCA turns what the layer gives so that the two axes shown have the largest variance. t-SNE (van der Maaten and Hinton, 2008), from the 50 largest axes of the PCA, puts neighbours beside each other; its distances between groups mean little. Of more than %,d numbers a sample, maps are averaged over an even grid and vectors projected by a fixed random matrix. Up to %,d validation samples."
                        .formatted(LayerOutputs.FEATURES, SAMPLES));
    }

    @Override
    public String title() {
        return "Map of samples";
    }

    @Override
    public List<Node> controls() {
        return List.of(layer, method, again, words);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Wish wish() {
        LayerOutputs question = question();
        if (question == null)
            return Wish.NOTHING;
        return Wish.answers(Set.of(question)).and(Wish.predictions(List.copyOf(pictures.missing(inSight()))));
    }

    /// Samples whose pictures are shown.
    private Set<Integer> inSight() {
        Set<Integer> shown = new LinkedHashSet<>(list.shown());
        shown.addAll(points.few());
        return shown;
    }

    private @Nullable LayerOutputs question() {
        NodeId node = layer.getValue();
        return node == null ? null : new LayerOutputs(node, SAMPLES);
    }

    @Override
    public long refresh(long nanos) {
        LayerOutputs question = question();
        Found found = question == null ? null : looking.found(question);
        classes();
        if (pictures.gather(looking.predictionsProperty().get(), this::inSight)) {
            list.refresh();
            points.draw();
        }
        LayerOutputs.Found now = found != null && found.finding() instanceof LayerOutputs.Found some ? some : null;
        advice.setText(advice(question, found, now));
        if (now != null && isWanted(now))
            make(now);
        if (theme.getValue() != colours)
            draw();
        return CONTENT;
    }

    private String advice(@Nullable LayerOutputs question, @Nullable Found found, LayerOutputs.@Nullable Found now) {
        if (question == null)
            return "Draw a network: how its layers tell samples apart is mapped here.";
        if (now != null || (chart != null && chart.outputs().node().equals(question.node())))
            return "";
        if (found != null && found.message() != null)
            return found.message();
        return samples.untilAnswered(
                "Press Train (F5): samples appear here as points, near each other where the layer gives much the same for them.",
                "Gathering what the layer gives …");
    }

    /// PCA follows the training; t-SNE is made once for each layer, and when it is asked for again.
    private boolean isWanted(LayerOutputs.Found now) {
        LayerOutputs.Found before = mapped;
        if (before == null || mappedBy != method.getValue() || !before.node().equals(now.node()))
            return true;
        return method.getValue() == Method.PCA && before != now;
    }

    private void make(LayerOutputs.Found now) {
        if (mapped == null || !mapped.node().equals(now.node()) || mappedBy != method.getValue())
            points.fit();
        mapped = now;
        Method how = method.getValue();
        mappedBy = how;
        embedding.make(now, how == null ? Method.PCA : how);
    }

    private void came(Chart next) {
        chart = next;
        words.setText(next.words());
        draw();
        Platform.requestNextPulse();
    }

    private void draw() {
        Theme now = theme.getValue();
        if (now != colours)
            drawLegend(now);
        colours = now;
        Chart shown = chart;
        if (shown == null)
            return;
        LayerOutputs.Found outputs = shown.outputs();
        told.answered(outputs);
        List<PointPane.Dot> dots = new ArrayList<>();
        for (int i = 0; i < outputs.samples().length; i++) {
            int sample = outputs.samples()[i];
            dots.add(new PointPane.Dot(shown.x()[i], shown.y()[i], sample, Math.max(0, told.category(sample)),
                    told.isRight(sample)));
        }
        points.show(dots, now);
    }

    private void classes() {
        if (samples.known().equals(known))
            return;
        known = samples.known();
        pictures.clear();
        choose(Set.of());
        drawLegend(theme.getValue());
    }

    private void drawLegend(Theme now) {
        legend.show(told.hasClasses() ? samples.known().labels() : List.of(), now);
    }

    private void choose(Set<Integer> chosen) {
        lassoed = chosen;
        List<Integer> sorted = chosen.stream().sorted().toList();
        list.show(sorted,
                sorted.isEmpty() ? "Draw around points to list them here." : told.of(sorted, SampleList.MOST));
        points.select(chosen);
        Platform.requestNextPulse();
    }

    /// Rows that are selected stand out; without any, all that were drawn around do.
    private void mark(Set<Integer> rows) {
        points.select(rows.isEmpty() ? lassoed : new HashSet<>(rows));
    }

    private void point(PointPane.@Nullable Dot dot) {
        pointed.setText(dot == null ? "" : "Sample %,d: %s".formatted(dot.sample() + 1, told.of(dot.sample())));
    }

    @Override
    public String subject() {
        NodeId node = layer.getValue();
        return "Map of samples" + (node == null ? "" : " by " + drawing.inference().label(node));
    }

    @Override
    public Node pictured() {
        return points;
    }

    /// The places of all points, and what they are.
    @Override
    public Numbers numbers() {
        Chart shown = chart;
        if (shown == null || !advice.getText().isEmpty())
            return Numbers.NONE;
        int[] all = shown.outputs().samples();
        return Numbers.of(List.of("sample", "x", "y", "what it is"), IntStream.range(0, all.length)
                .mapToObj(i -> List.<Object>of(all[i] + 1, shown.x()[i], shown.y()[i], told.of(all[i]))).toList());
    }
}
