package org.lamina.ui.health;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.lamina.app.Condition;
import org.lamina.app.Drawing;
import org.lamina.app.Found;
import org.lamina.app.Looking;
import org.lamina.app.Settings;
import org.lamina.app.Wish;
import org.lamina.app.colour.ColourMap;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.study.Health;
import org.lamina.ui.Action;
import org.lamina.ui.LivePanel;
import org.lamina.ui.canvas.Ink;
import org.lamina.ui.canvas.NodeDecorations;

/// The health of the network on the canvas, while a person wants to see it: gradients on the wires, on the nodes what
/// [VitalTile] shows, and a legend.
public final class HealthView implements NodeDecorations, LivePanel {

    private static final Health QUESTION = new Health();
    private static final String SETTING = "canvas.health";
    private static final double WIDTH = 2.5;
    private static final double THINNEST = 1;
    private static final double THICKEST = 9;
    /// Decades from the middle of the colours to their ends.
    static final double REACH = 2;

    private final Drawing drawing;
    private final Looking looking;
    private final Node canvas;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final HealthLegend legend = new HealthLegend();
    private final Map<NodeId, VitalTile> tiles = new HashMap<>();
    private Consumer<Map<Wire, Ink>> paint = _ -> {};
    private @Nullable Found drawn;
    private @Nullable Graph drawnOn;
    private @Nullable Condition condition;

    /// @param canvas what must be in sight for the health to be measured
    public HealthView(Drawing drawing, Looking looking, Settings settings, Node canvas) {
        this.drawing = drawing;
        this.looking = looking;
        this.canvas = canvas;
        on.set(settings.number(SETTING, 0) > 0);
        on.subscribe(is -> settings.set(SETTING, is ? 1 : 0));
        legend.visibleProperty().bind(on);
        legend.managedProperty().bind(on);
    }

    /// Takes the inks of the wires.
    public void setOnInk(Consumer<Map<Wire, Ink>> painter) {
        paint = painter;
    }

    /// Shows it, or not.
    public Action toggle() {
        return Action.of("health", "", Feather.ACTIVITY, "F3", () -> on.set(!on.get()))
                .titled(on.map(is -> is ? "Hide gradients and health" : "Show gradients and health"));
    }

    public Region legend() {
        return legend;
    }

    @Override
    public Region of(NodeId node) {
        VitalTile tile = new VitalTile(node);
        tiles.put(node, tile);
        if (condition != null)
            tile.show(condition, drawing.inference().path(node));
        return tile;
    }

    @Override
    public String words(NodeId node) {
        Condition now = condition;
        return now == null ? "" : drawing.project().graph().node(node)
                .map(n -> now.words(n, drawing.inference().path(node))).orElse("");
    }

    @Override
    public Node node() {
        return canvas;
    }

    @Override
    public Wish wish() {
        return on.get() ? Wish.answers(Set.of(QUESTION)) : Wish.NOTHING;
    }

    @Override
    public long refresh(long nanos) {
        Found found = on.get() ? looking.found(QUESTION) : null;
        Graph graph = drawing.project().graph();
        if (found == drawn && graph == drawnOn)
            return CONTENT;
        drawn = found;
        drawnOn = graph;
        tiles.keySet().removeIf(id -> !graph.contains(id));
        condition = found != null && found.finding() instanceof Health.Found health
                ? new Condition(health, drawing.inference().expanded().graph())
                : null;
        legend.show(found, condition);
        show(condition);
        return CONTENT;
    }

    private void show(@Nullable Condition now) {
        Inference inference = drawing.inference();
        tiles.forEach((id, tile) -> tile.show(now, inference.path(id)));
        Map<Wire, Ink> inks = new LinkedHashMap<>();
        if (now != null)
            for (Wire wire : inference.graph().wires())
                inks.put(wire, ink(now, inference.path(wire.from()), isData(inference.graph(), wire)));
        paint.accept(inks);
    }

    private static boolean isData(Graph graph, Wire wire) {
        return graph.node(wire.from()).filter(n -> n.layer().role().beginsNetwork()).isPresent();
    }

    /// Thickness and colour by the decades between the gradient and the one at the output.
    private static Ink ink(Condition condition, NodeId from, boolean data) {
        double relative = condition.relative(from);
        double decades = Double.isNaN(relative) ? 0 : Math.log10(Math.clamp(relative, 1e-9, 1e9));
        boolean broken = !data && condition.flow(from) == Condition.Flow.VANISHING;
        return new Ink(ColourMap.LINES.at(position(decades)), width(decades), broken, condition.gradientWords(from));
    }

    /// From 1/100, where a gradient vanishes, to 100 times, where it explodes.
    private static double position(double decades) {
        return 0.5 + decades / (2 * REACH);
    }

    static double width(double decades) {
        return Math.clamp(WIDTH * Math.pow(10, decades / 3), THINNEST, THICKEST);
    }
}
