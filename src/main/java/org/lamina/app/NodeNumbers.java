package org.lamina.app;

import java.util.List;
import java.util.stream.Collectors;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.spec.Cost;
import org.lamina.spec.Params;
import org.lamina.tensor.Shape;

/// The layers of a network as a table: shapes, costs and settings.
public final class NodeNumbers {

    private static final List<String> COLUMNS = List.of("layer", "kind", "output shape", "parameters", "multiply-adds",
            "activations B", "settings");

    private NodeNumbers() {}

    /// In the order in which they answer.
    public static Numbers of(Inference inference) {
        return Numbers.of(COLUMNS, inference.graph().order().stream().map(node -> row(inference, node)).toList());
    }

    private static List<Object> row(Inference inference, Node node) {
        Cost cost = inference.cost(node.id());
        return List.of(node.label(), node.layer().card().title(),
                inference.shape(node.id()).map(Shape::toString).orElse(""), cost.parameters(), cost.multiplyAdds(),
                cost.activationBytes(), settings(node));
    }

    /// `filters=16; kernel=3`.
    private static String settings(Node node) {
        return Params.values(node.layer()).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + Values.text(entry.getValue())).collect(Collectors.joining("; "));
    }
}
