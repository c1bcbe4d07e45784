package org.lamina.ui.depth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Drawing;
import org.lamina.app.Found;
import org.lamina.app.Looking;
import org.lamina.app.Numbers;
import org.lamina.app.Samples;
import org.lamina.app.Wish;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.study.LinearProbes;
import org.lamina.study.LinearProbes.Depth;
import org.lamina.ui.EmptyPane;
import org.lamina.ui.Scroll;

/// How well the classes can be told apart at each depth, as bars that grow while the network learns.
final class ProbesView extends StackPane implements DepthPart {

    private static final LinearProbes QUESTION = new LinearProbes(1000, 500);

    private final Drawing drawing;
    private final Looking looking;
    private final Samples samples;
    private final ProbeChart chart;
    private final Label accuracy = line("probe-network");
    private final Label chance = line("probe-chance");
    private final Label advice = new Label();
    private final Map<NodeId, Depth> depths = new LinkedHashMap<>();
    private final Map<NodeId, Measured> first = new HashMap<>();
    private @Nullable Found drawn;
    private int network;

    private record Measured(long step, double accuracy) {
        Measured orEarlier(Measured other) {
            return other.step < step ? other : this;
        }
    }

    ProbesView(Drawing drawing, Looking looking, Samples samples, Consumer<NodeId> open) {
        this.drawing = drawing;
        this.looking = looking;
        this.samples = samples;
        chart = new ProbeChart(open);
        Scroll scroll = new Scroll(chart);
        scroll.setFitToHeight(true);
        scroll.setFitToWidth(true);
        getChildren().addAll(scroll, EmptyPane.saying(advice));
    }

    @Override
    public String title() {
        return "Linear probes";
    }

    @Override
    public List<Node> controls() {
        return List.of(accuracy, chance);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public String subject() {
        return "Linear probes";
    }

    @Override
    public Node pictured() {
        return chart;
    }

    @Override
    public Numbers numbers() {
        Inference whole = drawing.inference().expanded();
        return Numbers.of(List.of("layer", "numbers", "features", "accuracy", "accuracy on training samples"),
                depths.values().stream().map(d -> List.of(whole.label(d.node()), d.numbers(), d.features(),
                        d.accuracy(), d.fitted())).toList());
    }

    @Override
    public Wish wish() {
        return Wish.answers(Set.of(QUESTION));
    }

    @Override
    public long refresh(long nanos) {
        Found found = looking.found(QUESTION);
        if (found == drawn && found != null)
            return CONTENT;
        drawn = found;
        if (found != null && found.finding() instanceof LinearProbes.Found now)
            draw(now, found);
        else if (found != null)
            depths.clear();
        advice.setText(!depths.isEmpty() ? "" : found != null && found.message() != null ? found.message()
                : samples.untilAnswered(
                        "Press Train (F5): how well the classes can be told apart at each depth grows here while the network learns.",
                        "Fitting a linear classifier to what each layer gives …"));
        controls().forEach(control -> control.setVisible(!depths.isEmpty()));
        return CONTENT;
    }

    /// A round in the making renews one layer after the other; those to come keep what they had, out of sight too.
    private void draw(LinearProbes.Found now, Found found) {
        if (looking.networks() != network) {
            depths.clear();
            first.clear();
        }
        network = looking.networks();
        if (found.done())
            depths.keySet().retainAll(now.depths().stream().map(Depth::node).toList());
        for (Depth depth : now.depths()) {
            depths.put(depth.node(), depth);
            first.merge(depth.node(), new Measured(found.step(), depth.accuracy()), Measured::orEarlier);
        }
        accuracy.setText("Network %.1f %%".formatted(100 * now.network()));
        chance.setText("Chance %.1f %%".formatted(100 * now.chance()));
        List<ProbeChart.Bar> bars = new ArrayList<>();
        depths.values().forEach(depth -> bars.add(bar(depth, now)));
        chart.show(bars, now.network(), now.chance());
    }

    private ProbeChart.Bar bar(Depth depth, LinearProbes.Found now) {
        Inference whole = drawing.inference().expanded();
        Measured earliest = first.get(depth.node());
        double before = earliest == null ? depth.accuracy() : earliest.accuracy();
        String name = whole.label(depth.node());
        return new ProbeChart.Bar(depth.node(), name, depth.accuracy(), before, words(name, depth, before, now));
    }

    private static String words(String name, Depth depth, double before, LinearProbes.Found now) {
        String size = depth.features() == depth.numbers() ? "%,d numbers".formatted(depth.numbers())
                : "%,d numbers, brought down to %,d: maps and time steps are averaged over an even grid, and what is still too long is projected by a fixed random matrix"
                        .formatted(depth.numbers(), depth.features());
        return """
                %s: a linear classifier tells %.1f %% of %,d validation samples right by what this layer gives (%s). \
                It was %.1f %% when first measured in this run; on its own %,d training samples it is %.1f %%. \
                Multinomial logistic regression on standardised features, penalty 0.01 (Alain and Bengio, 2016). \
                Click to select the layer."""
                .formatted(name, 100 * depth.accuracy(), now.validation(), size, 100 * before, now.training(),
                        100 * depth.fitted());
    }

    /// A name in the bar with the line that it explains.
    private static Label line(String style) {
        Line line = new Line(0, 0, 22, 0);
        line.getStyleClass().add(style);
        Label label = new Label("", line);
        label.setId(style + "-words");
        return label;
    }
}
