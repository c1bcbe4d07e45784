package org.lamina.ui.maps;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.spec.Role;
import org.lamina.tensor.Shape;

/// The way from what comes in to a layer, in a network without blocks.
record Way(Inference network) {

    /// The Input that feeds a layer.
    Optional<NodeId> source(NodeId layer) {
        Graph graph = network.graph();
        return graph.nodes().stream().filter(n -> n.layer().role() == Role.SOURCE).map(Node::id)
                .filter(source -> graph.downstream(Set.of(source)).contains(layer)).findFirst();
    }

    /// The shape of the nearest picture on the single way to a layer, as a Flatten hides it.
    @Nullable
    Shape pictureBefore(NodeId layer) {
        Optional<Wire> wire = network.graph().incoming(layer, 0);
        while (wire.isPresent()) {
            NodeId from = wire.get().from();
            Optional<Shape> picture = network.shape(from).filter(Shape::isImage);
            if (picture.isPresent())
                return picture.get();
            wire = network.graph().incoming(from, 0);
        }
        return null;
    }
}
