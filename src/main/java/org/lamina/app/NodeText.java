package org.lamina.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lamina.graph.Field;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Use;
import org.lamina.graph.Wire;
import org.lamina.spec.Cost;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.Param;
import org.lamina.spec.Params;
import org.lamina.spec.Words;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

/// What a node says about itself in few words, derived from its layer's parameters.
public final class NodeText {

    private static final String UNKNOWN = "Its shape is not known yet";

    private NodeText() {}

    /// `32 filters · 5×5 · stride 2`: the first number and length, and whatever is not the default. A shape is left out,
    /// as the node shows what it gives.
    public static String summary(Layer layer) {
        List<String> words = new ArrayList<>();
        boolean counted = false;
        boolean sized = false;
        for (Param param : Params.in(layer)) {
            if (layer instanceof Use && param.name().equals(Use.REPEAT))
                continue;
            Object value = Params.get(layer, param.name());
            if (!sized && param.unit().equals("px")) {
                words.add(value + "×" + value);
                sized = true;
            } else if (!counted && !sized && param.isNumber() && param.unit().isEmpty() && isTold(param, layer)) {
                words.add(number(value) + " " + lower(param.title()));
                counted = true;
            } else if (!(value instanceof Shape) && (!value.equals(param.initial()) || value instanceof Enum<?>))
                words.add(changed(param, value));
        }
        return String.join(" · ", words);
    }

    /// `×6` on a block that is repeated; empty on any other layer.
    public static String repeats(Layer layer) {
        return layer instanceof Use use && use.repeat() != 1 ? "×" + use.repeat() : "";
    }

    /// A count always is; a measure only where it is the layer's first and not fine tuning in powers of ten.
    private static boolean isTold(Param param, Layer layer) {
        return param.type() == int.class
                || (!param.log() && param.equals(Params.in(layer).getFirst()));
    }

    /// `1,234` below ten thousand, `12.3 k`, `4.56 M` above.
    public static String count(long number) {
        if (number < 10_000)
            return String.format(Locale.UK, "%,d", number);
        if (number < 1_000_000)
            return String.format(Locale.UK, "%.1f k", number / 1e3);
        return String.format(Locale.UK, "%.2f M", number / 1e6);
    }

    /// How much of the input a number in the middle of a node's answer is computed from, `sees 14×14` without a break; empty where that is
    /// not known, or has no place, as in a row of features.
    public static String sees(NodeId id, Inference inference) {
        Inference network = inference.expanded();
        NodeId node = inference.path(id);
        return Field.ofMiddle(network, node).flatMap(field -> field.source(network.graph())
                .filter(source -> !source.equals(node)).flatMap(source -> sees(field, source, network))).orElse("");
    }

    private static Optional<String> sees(Field field, NodeId source, Inference network) {
        Shape shape = network.shape(source).orElseThrow();
        Optional<String> all = Field.of(network, source, Region.all(shape)).size(source, shape);
        return field.size(source, shape)
                .map(size -> Optional.of(size).equals(all) ? "sees\u00A0all" : "sees\u00A0" + size);
    }

    /// For a tooltip: what the layer gives and costs, or why nothing is known of it.
    public static String details(Node node, Inference inference) {
        Cost cost = inference.cost(node.id());
        String answer = switch (inference.at(node.id())) {
            case Inferred.Known(Shape shape) -> "Gives %s%n%,d parameters%n%s multiply-adds, %s per sample".formatted(
                    shape.describe(), cost.parameters(), Values.count(cost.multiplyAdds()),
                    Values.bytes(cost.activationBytes()));
            case Inferred.Refused refused -> refused.message();
            case Inferred.Waiting _ -> UNKNOWN;
        };
        String summary = summary(node.layer());
        return (summary.isEmpty() ? "" : summary + "\n") + answer + fieldDetails(node.id(), inference);
    }

    private static String fieldDetails(NodeId id, Inference inference) {
        String sees = sees(id, inference);
        return sees.isEmpty() ? "" : "\nReceptive field: a cell in the middle " + sees + " of the input";
    }

    /// For a tooltip: from where to where, and what is carried.
    public static String details(Wire wire, Inference inference) {
        String way = label(inference.graph(), wire.from()) + " → " + label(inference.graph(), wire.to());
        return way + "\n" + inference.shape(wire.from())
                .map(s -> "%s%n%,d numbers, %s per sample".formatted(s.describe(), s.elements(),
                        Values.bytes(s.bytes())))
                .orElse(UNKNOWN);
    }

    private static String label(Graph graph, NodeId id) {
        return graph.node(id).map(Node::label).orElse(id.value());
    }

    /// For people who hear the network: `Conv 2D, 16 filters, gives 16×26×26, fed by Input`.
    public static String spoken(Node node, Inference inference) {
        List<String> words = new ArrayList<>(List.of(node.label()));
        String repeats = repeats(node.layer());
        if (!repeats.isEmpty())
            words.add(repeats);
        String summary = summary(node.layer());
        if (!summary.isEmpty())
            words.add(summary.replace(" · ", ", "));
        words.add(switch (inference.at(node.id())) {
            case Inferred.Known(Shape shape) -> "gives " + shape;
            case Inferred.Refused refused -> refused.message();
            case Inferred.Waiting _ -> "shape not known yet";
        });
        String fed = feeders(inference.graph(), node.id());
        if (!fed.isEmpty())
            words.add("fed by " + fed);
        return String.join(", ", words);
    }

    private static String feeders(Graph graph, NodeId id) {
        return graph.sources(id).stream().flatMap(Optional::stream).flatMap(s -> graph.node(s).stream())
                .map(Node::label).collect(Collectors.joining(" and "));
    }

    private static String changed(Param param, Object value) {
        if (value instanceof Boolean on)
            return (on ? "" : "no ") + lower(param.title());
        if (value instanceof Enum<?> constant)
            return inside(Words.title(constant.name()));
        return lower(param.title()) + " " + number(value);
    }

    private static String number(Object value) {
        return Values.text(value);
    }

    /// As within a sentence; abbreviations such as `GELU` stay as they are.
    private static String inside(String title) {
        return title.substring(1).equals(lower(title).substring(1)) ? lower(title) : title;
    }

    private static String lower(String title) {
        return title.toLowerCase(Locale.ROOT);
    }
}
