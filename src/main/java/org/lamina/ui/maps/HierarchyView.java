package org.lamina.ui.maps;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Answers;
import org.lamina.app.Drawing;
import org.lamina.app.Found;
import org.lamina.app.Looking;
import org.lamina.app.MemoryBudget;
import org.lamina.app.Numbers;
import org.lamina.app.Samples;
import org.lamina.app.Wish;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.study.Hierarchy;
import org.lamina.study.Hierarchy.Feature;
import org.lamina.study.Hierarchy.Stage;
import org.lamina.study.PreferredInput;
import org.lamina.study.Question;
import org.lamina.study.Unit;
import org.lamina.study.UnitResponse.Feeder;
import org.lamina.ui.EmptyPane;
import org.lamina.ui.LazyTip;
import org.lamina.ui.LiveBar;
import org.lamina.ui.LivePanel;
import org.lamina.ui.Picker;
import org.lamina.ui.Piecemeal;
import org.lamina.ui.Scroll;
import org.lamina.ui.Wording;
import org.lamina.ui.take.Takeaway;

/// What the units of every depth have learnt to see, one row a depth, from edges down to classes. A click on a unit shows
/// the units that feed it, and so on down to the pixels.
public final class HierarchyView extends BorderPane implements LivePanel, Takeaway {

    private static final int UNITS = 8;
    private static final List<String> COLUMNS = List.of("layer", "unit", "tag", "class selectivity 0-1",
            "favourite class", "field height px", "field width px", "rank", "training sample", "response");

    private final Drawing drawing;
    private final Looking looking;
    private final Samples samples;
    private final MemoryBudget budget;
    private final Picker<Integer> category = new Picker<>();
    private final Picker<Integer> memory = new Picker<>();
    private final Label state = new Label();
    private final VBox rows = new VBox(22);
    private final FeedLines lines = new FeedLines();
    private final Piecemeal parts = new Piecemeal();
    private final StackPane strip = new StackPane();
    private final FeaturePane chosen;
    private final Label advice = new Label();
    private @Nullable Unit unit;
    private Samples.@Nullable Known known;
    private List<Object> drawn = List.of();

    /// @param open shows a unit's maps
    public HierarchyView(Drawing drawing, Looking looking, Samples samples, MemoryBudget budget, Consumer<Unit> open) {
        this.drawing = drawing;
        this.looking = looking;
        this.samples = samples;
        this.budget = budget;
        chosen = new FeaturePane(open);
        setId("hierarchy");
        getStyleClass().add("live-panel");
        setTop(bar());
        setCenter(new StackPane(content(), EmptyPane.saying(advice)));
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Wish wish() {
        PreferredInput preferred = chosen.question();
        return Wish.answers(preferred == null ? Set.of((Question) asked()) : Set.of(asked(), preferred));
    }

    private Hierarchy asked() {
        Integer only = category.getValue();
        return new Hierarchy(only == null ? Hierarchy.ALL : only, UNITS, budget.patches());
    }

    @Override
    public long refresh(long nanos) {
        return parts.go(nanos) == CONTENT ? draw(nanos) : 0;
    }

    /// Draws what has changed since it was drawn.
    private long draw(long nanos) {
        classes();
        Found found = looking.found(asked());
        Hierarchy.Found strip = found != null && found.finding() instanceof Hierarchy.Found some ? some : null;
        boolean empty = strip == null || strip.stages().isEmpty();
        advice.setText(!empty ? "" : found != null && found.message() != null ? found.message()
                : samples.untilAnswered(
                        "Press Train (F5): what excites the units of every depth is gathered here while the network learns.",
                        "Looking for what excites the units …"));
        if (strip == null || found == null)
            return CONTENT;
        PreferredInput preferred = chosen.question();
        Found dream = preferred == null ? null : looking.found(preferred);
        List<Object> now = List.of(found, unit == null ? "" : unit, dream == null ? "" : dream);
        if (now.equals(drawn) || (!found.done() && strip.stages().size() < rows.getChildren().size()))
            return CONTENT;
        drawn = now;
        state.setText("from %,d training pictures".formatted(strip.pictures()));
        List<Runnable> all = new ArrayList<>();
        for (int i = 0; i < strip.stages().size(); i++) {
            int depth = i;
            all.add(() -> drawRow(depth, strip.stages().get(depth)));
        }
        all.add(() -> drawChosen(strip, dream));
        return parts.begin(all, nanos);
    }

    @Override
    public String subject() {
        return "Hierarchy";
    }

    @Override
    public Node pictured() {
        return strip;
    }

    /// The patches that excite each unit most.
    @Override
    public Numbers numbers() {
        Found found = looking.found(asked());
        if (found == null || !(found.finding() instanceof Hierarchy.Found given) || !advice.getText().isEmpty())
            return Numbers.NONE;
        List<List<?>> rows = new ArrayList<>();
        for (Stage stage : given.stages())
            for (Feature feature : stage.features())
                for (int i = 0; i < feature.patches().size(); i++)
                    rows.add(List.of(drawing.inference().expanded().label(stage.weighted()), feature.unit().index() + 1,
                            feature.tag().words(), feature.selectivity(),
                            feature.favourite() < 0 ? "" : samples.known().label(feature.favourite()), stage.field()[0],
                            stage.field()[1], i + 1, feature.patches().get(i).sample() + 1,
                            feature.patches().get(i).response()));
        return Numbers.of(COLUMNS, rows);
    }

    private void drawRow(int depth, Stage stage) {
        if (depth == rows.getChildren().size())
            rows.getChildren().add(new StageRow(this::choose));
        row(depth).show(drawing.inference().expanded().label(stage.weighted()), stage,
                samples.known().answers() == Answers.CLASSES);
    }

    /// What the rows show is there.
    private void drawChosen(Hierarchy.Found strip, @Nullable Found dream) {
        rows.getChildren().remove(strip.stages().size(), rows.getChildren().size());
        Optional<Feature> feature = strip.stages().stream().flatMap(s -> s.features().stream())
                .filter(f -> f.unit().equals(unit)).findFirst();
        List<FeedLines.Feed> feeds = feature.map(this::feeds).orElse(List.of());
        Set<FeatureCard> feeding = new HashSet<>(feeds.stream().map(FeedLines.Feed::from).toList());
        cards().forEach(card -> card.mark(unit, feeding.contains(card)));
        lines.show(feeds);
        chosen.setVisible(feature.isPresent());
        feature.ifPresent(f -> chosen.show("Unit " + (f.unit().index() + 1), f, dream));
    }

    /// Those of its feeders that are in the strip: a unit before a pooling counts as the one behind it.
    private List<FeedLines.Feed> feeds(Feature feature) {
        List<FeedLines.Feed> feeds = new ArrayList<>();
        Optional<FeatureCard> to = cards().filter(c -> c.unit().equals(feature.unit())).findFirst();
        double most = feature.feeders().stream().mapToDouble(f -> Math.abs(f.part())).max().orElse(1);
        for (Feeder feeder : feature.feeders())
            to.ifPresent(card -> cards().filter(c -> isSame(c.unit(), feeder.unit())).findFirst()
                    .ifPresent(from -> feeds.add(new FeedLines.Feed(from, card, feeder.part() / most))));
        return feeds;
    }

    /// Whether one unit is the other, or hands on to it through layers that keep channels apart.
    private boolean isSame(Unit shown, Unit feeder) {
        Inference network = drawing.inference().expanded();
        NodeId at = feeder.node();
        while (!at.equals(shown.node())) {
            List<Wire> before = network.graph().incoming(at);
            if (before.size() != 1 || network.cost(at).parameters() > 0)
                return false;
            at = before.getFirst().from();
        }
        return shown.index() == feeder.index();
    }

    private Stream<FeatureCard> cards() {
        return rows.getChildren().stream().flatMap(row -> ((StageRow) row).cards().stream());
    }

    private StageRow row(int index) {
        return (StageRow) rows.getChildren().get(index);
    }

    private void choose(Unit next) {
        unit = next;
        Platform.requestNextPulse();
    }

    private void classes() {
        if (samples.known().equals(known))
            return;
        known = samples.known();
        category.getItems().setAll(Hierarchy.ALL);
        if (samples.known().answers() == Answers.CLASSES)
            for (int i = 0; i < samples.known().labels().size(); i++)
                category.getItems().add(i);
        category.setValue(Hierarchy.ALL);
    }

    private Node bar() {
        category.setId("hierarchy-class");
        category.setAccessibleText("Class whose units are shown");
        category.setConverter(new Wording<>(c -> c == Hierarchy.ALL ? "All classes" : samples.known().label(c)));
        category.getItems().setAll(Hierarchy.ALL);
        category.setValue(Hierarchy.ALL);
        memory.setId("hierarchy-memory");
        memory.setAccessibleText("Memory that patches and moments take at most, half of it each");
        LazyTip.install(memory, memory::getAccessibleText);
        memory.setConverter(new Wording<>("at most %,d MB"::formatted));
        memory.getItems().setAll(MemoryBudget.CHOICES);
        memory.setValue(budget.megabytesProperty().get());
        memory.setOnAction(_ -> budget.set(memory.getValue()));
        budget.megabytesProperty().subscribe(memory::setValue);
        state.setId("hierarchy-state");
        state.getStyleClass().add("muted");
        return new LiveBar(category, new Label("Patches and moments"), memory, state);
    }

    private Node content() {
        strip.getChildren().setAll(rows, lines);
        rows.getStyleClass().add("hierarchy-rows");
        strip.layoutBoundsProperty().subscribe(bounds -> lines.resize(bounds.getWidth(), bounds.getHeight()));
        Scroll scroll = new Scroll(strip);
        scroll.setFitToWidth(true);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        Scroll side = new Scroll(chosen);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.setMinWidth(210);
        side.visibleProperty().bind(chosen.visibleProperty());
        side.managedProperty().bind(chosen.visibleProperty());
        HBox content = new HBox(scroll, side);
        content.getStyleClass().add("maps-content");
        return content;
    }
}
