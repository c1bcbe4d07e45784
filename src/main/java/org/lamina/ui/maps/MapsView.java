package org.lamina.ui.maps;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Capture;
import org.lamina.app.Drawing;
import org.lamina.app.Found;
import org.lamina.app.Looking;
import org.lamina.app.Numbers;
import org.lamina.app.Samples;
import org.lamina.app.Selection;
import org.lamina.app.Weights;
import org.lamina.app.Wish;
import org.lamina.app.colour.Bank;
import org.lamina.app.colour.Colouring;
import org.lamina.app.colour.Scale;
import org.lamina.app.colour.Units;
import org.lamina.graph.Field;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.spec.Attentive.Whom;
import org.lamina.spec.Words;
import org.lamina.study.Question;
import org.lamina.study.Unit;
import org.lamina.study.UnitResponse;
import org.lamina.tensor.Region;
import org.lamina.ui.EmptyPane;
import org.lamina.ui.FxDoor;
import org.lamina.ui.LayerChoice;
import org.lamina.ui.LiveBar;
import org.lamina.ui.LivePanel;
import org.lamina.ui.Picker;
import org.lamina.ui.Piecemeal;
import org.lamina.ui.Scroll;
import org.lamina.ui.Wording;
import org.lamina.ui.take.Takeaway;

/// What one layer makes of one sample, large: the input, the layer's kernels, all its maps, and one unit enlarged.
public final class MapsView extends BorderPane implements LivePanel, Takeaway {

    private final Drawing drawing;
    private final Looking looking;
    private final Samples samples;
    private final Picker<NodeId> layer = new Picker<>();
    private final InputPane input = new InputPane();
    private final KernelsPart kernels;
    private final AttentionPanes attention;
    private final UnitsPane maps;
    private final UnitPane unit;
    private final UnitDetails details;
    private final AblationPane ablation;
    private final Label advice = new Label();
    private final HBox content = new HBox();
    private final Piecemeal parts = new Piecemeal();
    /// The units of which one is shown large.
    private @Nullable Bank enlarged;
    private int chosen;
    private @Nullable Cell pointed;
    private List<Object> drawn = List.of();

    public MapsView(Drawing drawing, Selection selection, Looking looking, Samples samples,
            OwnPictures own, Executor background) {
        this.drawing = drawing;
        this.looking = looking;
        this.samples = samples;
        details = new UnitDetails(looking.off(), this::label, this::open);
        unit = new UnitPane(this::point, details.tools(), background);
        ablation = new AblationPane(looking, samples, this::label);
        setId("maps");
        getStyleClass().add("live-panel");
        kernels = new KernelsPart(looking, this::choose, background);
        attention = new AttentionPanes(Platform::requestNextPulse, background);
        maps = new UnitsPane("maps-all", background);
        maps.onPoint(this::point);
        maps.onOpen(this::choose);
        layer.valueProperty().subscribe(_ -> point(null));
        setTop(bar(own));
        own.accept(this);
        setCenter(new StackPane(content(), EmptyPane.saying(advice)));
        drawing.inferenceProperty().subscribe(now -> LayerChoice.offer(layer, now, List::getFirst));
        selection.nodesProperty()
                .subscribe(_ -> selection.last().map(drawing.inference()::path).filter(layer.getItems()::contains)
                        .ifPresent(layer::setValue));
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Wish wish() {
        NodeId shown = layer.getValue();
        if (shown == null)
            return Wish.NOTHING;
        Set<NodeId> wanted = new LinkedHashSet<>(looking.isOneScale() ? layer.getItems() : List.of(shown));
        way().source(shown).ifPresent(wanted::add);
        Set<Question> questions = new LinkedHashSet<>(Set.of(asked(shown)));
        looking.off().question().ifPresent(questions::add);
        return Wish.maps(wanted, Set.of(shown)).and(Wish.answers(questions));
    }

    /// What is asked of the chosen unit.
    private UnitResponse asked(NodeId shown) {
        return new UnitResponse(new Unit(shown, chosen), samples.picture());
    }

    @Override
    public long refresh(long nanos) {
        return parts.go(nanos) == CONTENT ? draw(nanos) : 0;
    }

    /// Draws what has changed since it was drawn.
    private long draw(long nanos) {
        NodeId shown = layer.getValue();
        Capture output = shown == null ? null : looking.output(shown);
        advice.setText(advice(shown, output));
        ablation.refresh();
        if (shown == null || output == null)
            return CONTENT;
        Weights weights = looking.kernels(shown);
        Map<Whom, Capture> shares = looking.attention(shown);
        Colouring colouring = looking.colouring(layer.getItems());
        List<Object> now = List.of(output, weights == null ? "" : weights, shares, colouring, chosen,
                attention.chosen(),
                pointed == null ? "" : pointed,
                kernels.shown(), maps.room(),
                known(asked(shown)), looking.off().units(),
                way().source(shown).map(looking::output).<Object>map(c -> c).orElse(""));
        if (now.equals(drawn)) {
            if (maps.shown().filter(bank -> bank != enlarged).isPresent())
                drawLarge(shares);
            return CONTENT;
        }
        drawn = now;
        Units units = Units.ofOutput(output.values());
        chosen = Math.clamp(chosen, 0, units.count() - 1);
        return parts.begin(List.of(() -> drawInput(shown), () -> drawMaps(shown, output, units, colouring),
                () -> drawLarge(shares),
                () -> kernels.show(weights, way().pictureBefore(shown), chosen),
                () -> drawField(shown, output.values().sizes()),
                () -> details.show(new Unit(shown, chosen), looking.found(asked(shown)))), nanos);
    }

    private Object known(UnitResponse question) {
        Found found = looking.found(question);
        return found == null ? "" : found;
    }

    @Override
    public String subject() {
        return "Maps of " + label(layer.getValue());
    }

    @Override
    public Node pictured() {
        return content;
    }

    @Override
    public Numbers numbers() {
        return advice.getText().isEmpty()
                ? Numbers.joined(panes().filter(Node::isVisible).map(Takeaway::numbers)
                        .toList())
                : Numbers.NONE;
    }

    private Stream<UnitsPane> panes() {
        return Stream.of(Stream.of(kernels.units()), attention.panes().stream(), Stream.of(maps)).flatMap(s -> s);
    }

    private String advice(@Nullable NodeId shown, @Nullable Capture output) {
        if (shown == null)
            return "Draw a network and select one of its layers: what it makes of a sample is shown here.";
        return output == null
                ? samples.untilAnswered(
                        "Press Train (F5), or step one batch (F7): the maps of the selected layer appear here and move while the network learns.")
                : "";
    }

    private void drawInput(NodeId shown) {
        Capture sample = way().source(shown).map(looking::output).orElse(null);
        input.setVisible(sample != null);
        input.setManaged(sample != null);
        if (sample == null)
            return;
        boolean known = sample.sample() >= 0 && sample.sample() < samples.known().count();
        input.show(known ? "Input: " + samples.known().truthOf(sample.sample()) : "Input", sample);
    }

    /// Frames on the input what the cell pointed at is computed from.
    private void drawField(NodeId shown, int[] sizes) {
        Cell cell = pointed;
        Inference network = drawing.inference().expanded();
        boolean known = cell != null && network.shape(shown).filter(s -> Arrays.equals(s.sizes(), sizes)).isPresent();
        unit.frame(known ? cell : null);
        if (cell == null || !known) {
            input.frame(null, "");
            return;
        }
        int[] place = Units.place(sizes, cell.unit(), cell.x(), cell.y());
        Region part = way().source(shown).flatMap(Field.of(network, shown, Region.at(place))::at)
                .orElseGet(() -> Region.none(network.shape(shown).orElseThrow()));
        input.frame(part, sizes.length == 1 ? "Unit " + (cell.unit() + 1)
                : "Row %d, column %d".formatted(cell.y() + 1, cell.x() + 1));
    }

    private void drawMaps(NodeId shown, Capture output, Units units, Colouring colouring) {
        maps.show("%s: %s".formatted(label(shown), size(units)), List.of(output, colouring), units.values().length,
                () -> Bank.of(units, colouring));
        maps.choose(large(units));
    }

    /// Draws one head of those that attend, or else one unit of the maps on screen.
    private void drawLarge(Map<Whom, Capture> shares) {
        boolean isHead = attention.show(shares, looking.toned(new Scale(0, 1)), unit);
        maps.shown().ifPresent(bank -> {
            enlarged = bank;
            Units units = bank.units();
            int which = large(units);
            if (!isHead)
                unit.show("Unit " + (which + 1), units, which, bank.scale(which));
        });
    }

    /// The unit that is shown large.
    private int large(Units units) {
        return pointed == null || details.isFollowing() ? chosen : Math.min(pointed.unit(), units.count() - 1);
    }

    private static String size(Units units) {
        return units.width() * units.height() == 1 ? "%,d values".formatted(units.count())
                : "%s of %d×%d".formatted(Words.count(units.count(), "map"), units.height(), units.width());
    }

    private void choose(int opened) {
        chosen = opened;
        Platform.requestNextPulse();
    }

    private void open(Unit unit) {
        if (layer.getItems().contains(unit.node()))
            layer.setValue(unit.node());
        choose(unit.index());
    }

    private void point(@Nullable Cell at) {
        pointed = at;
        Platform.requestNextPulse();
    }

    /// What is shown may stand inside of a block.
    private Way way() {
        return new Way(drawing.inference().expanded());
    }

    private String label(Unit of) {
        return "%s %d".formatted(label(of.node()), of.index() + 1);
    }

    private String label(@Nullable NodeId id) {
        return id == null ? "" : drawing.inference().label(id);
    }

    private Node bar(OwnPictures own) {
        layer.setId("maps-layer");
        layer.setAccessibleText("Layer whose maps are shown");
        layer.setConverter(new Wording<>(this::label));
        return new LiveBar(layer, new ExtentButtons(looking.extentProperty()), kernels.slice(),
                new SampleBar(samples, own));
    }

    private Node content() {
        maps.setPrefWidth(460);
        HBox.setHgrow(maps, Priority.ALWAYS);
        content.getChildren().setAll(input);
        panes().forEach(content.getChildren()::add);
        content.getChildren().addAll(unit, details, ablation);
        content.getStyleClass().add("maps-content");
        Scroll scroll = new Scroll(content);
        scroll.setFitToHeight(true);
        scroll.setFitToWidth(true);
        ablation.visibleProperty().subscribe(is -> {
            if (is)
                FxDoor.EXECUTOR.execute(() -> scroll.setHvalue(scroll.getHmax())); // once there is room for it
        });
        return scroll;
    }
}
