package org.lamina.ui;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.spec.Role;

/// The layers between input and output to choose one from.
public final class LayerChoice {

    private LayerChoice() {}

    /// The layers in their order.
    public static List<NodeId> layers(Inference inference) {
        return inference.graph().order().stream().filter(n -> n.layer().role() == Role.INNER)
                .map(n -> inference.path(n.id())).toList();
    }

    /// Offers the layers that there are now. What was chosen stays so while it is there.
    ///
    /// @param otherwise which of them is chosen else; there is at least one
    public static void offer(ComboBox<NodeId> choice, Inference inference,
            Function<List<NodeId>, NodeId> otherwise) {
        NodeId before = choice.getValue();
        List<NodeId> nodes = layers(inference);
        if (!nodes.equals(choice.getItems()))
            choice.getItems().setAll(nodes);
        choice.setValue(before != null && nodes.contains(before) ? before
                : nodes.isEmpty() ? null : otherwise.apply(nodes));
    }
}
