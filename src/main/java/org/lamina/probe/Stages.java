package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.spec.Family;
import org.lamina.spec.Role;
import org.lamina.tensor.Shape;

/// The depths of a network that looks at pictures: each layer of weights, with the normalisation and activation behind
/// it.
///
/// @param network without blocks
/// @param source of the pictures
record Stages(Inference network, NodeId source, List<Depth> depths) {

    /// @param weighted the layer of weights
    /// @param node what it gives in the end
    /// @param first whether it reads the picture itself
    /// @param last whether it gives the network's answer
    record Depth(NodeId weighted, NodeId node, boolean first, boolean last) {}

    static Stages of(Subject subject) throws Unanswerable {
        Inference network = Inference.of(subject.graph(), null);
        Graph graph = network.graph();
        NodeId source = graph.with(Role.SOURCE).stream().filter(id -> network.shape(id).filter(Shape::isImage)
                .isPresent()).findFirst().orElseThrow(() -> new Unanswerable(
                        "Patches are cut out of pictures, and this network takes none: open one that looks at images"));
        List<Depth> depths = new ArrayList<>();
        for (Node node : graph.order())
            if (isWeighted(subject, node.id()) && graph.downstream(List.of(source)).contains(node.id()))
                depths.add(depth(graph, node.id(), source));
        if (depths.isEmpty())
            throw new Unanswerable("There is no layer with weights, so nothing is learnt: add a convolution");
        return new Stages(network, source, depths);
    }

    private static boolean isWeighted(Subject subject, NodeId node) {
        NDArray weight = subject.weights().get(node + ".weight");
        return weight != null && weight.getShape().dimension() > 1;
    }

    private static Depth depth(Graph graph, NodeId weighted, NodeId source) {
        NodeId node = weighted;
        Optional<NodeId> next = activation(graph, node);
        while (next.isPresent()) {
            node = next.get();
            next = activation(graph, node);
        }
        boolean last = graph.outgoing(node).stream().flatMap(wire -> graph.node(wire.to()).stream())
                .anyMatch(n -> n.layer().role() == Role.SINK);
        boolean first = graph.incoming(weighted).stream().anyMatch(wire -> wire.from().equals(source));
        return new Depth(weighted, node, first, last);
    }

    private static Optional<NodeId> activation(Graph graph, NodeId node) {
        if (graph.outgoing(node).size() != 1)
            return Optional.empty();
        return graph.node(graph.outgoing(node).getFirst().to()).filter(next -> {
            Family family = next.layer().card().family();
            return (family == Family.ACTIVATION || family == Family.NORMALISATION)
                    && graph.incoming(next.id()).size() == 1;
        }).map(Node::id);
    }
}
