package org.lamina.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.spec.Role;
import org.lamina.study.Plane;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// The layers of a network that takes two numbers, as columns of neurons.
public final class PlaneColumns {

    /// One column: a layer that weighs, together with the activation and the like that follow it.
    ///
    /// @param layer that weighs; null for the input
    /// @param shown whose outputs are the column's neurons
    /// @param neurons units×side×side
    /// @param weights units×inputs; null for the input
    /// @param from index of the column that alone feeds it; -1 where there is no such
    public record Column(@Nullable NodeId layer, NodeId shown, Tensor neurons, @Nullable Tensor weights, int from) {
        public int units() {
            return neurons.sizes()[0];
        }
    }

    private final Graph graph;
    private final Plane.Found found;
    private final List<Column> columns = new ArrayList<>();

    private PlaneColumns(Graph graph, Plane.Found found) {
        this.graph = graph;
        this.found = found;
    }

    /// Whether a network takes two numbers, and so the points of a plane.
    public static boolean isPlane(Inference inference) {
        Inference whole = inference.expanded();
        return whole.graph().nodes().stream().filter(n -> n.layer().role() == Role.SOURCE)
                .anyMatch(n -> whole.shape(n.id()).filter(Shape.vector(2)::equals).isPresent());
    }

    /// Columns in the order in which the layers answer.
    ///
    /// @param graph without blocks
    public static List<Column> of(Graph graph, Plane.Found found) {
        PlaneColumns all = new PlaneColumns(graph, found);
        graph.order().forEach(all::add);
        return List.copyOf(all.columns);
    }

    private void add(Node node) {
        Tensor weights = found.weights().get(node.id());
        boolean input = node.layer().role() == Role.SOURCE;
        NodeId shown = weights != null || input ? last(node.id()) : node.id();
        Tensor neurons = found.neurons().get(shown);
        if (neurons != null && (weights != null || input))
            columns.add(new Column(input ? null : node.id(), shown, neurons, weights,
                    weights == null ? -1 : feeding(node.id(), weights.sizes()[1])));
    }

    /// The last of the layers that follow one by one and keep its units.
    private NodeId last(NodeId from) {
        List<Wire> out = graph.outgoing(from);
        if (out.size() != 1)
            return from;
        NodeId next = out.getFirst().to();
        boolean same = units(next) == units(from) && !found.weights().containsKey(next)
                && graph.incoming(next).size() == 1
                && graph.node(next).orElseThrow().layer().role() == Role.INNER;
        return same ? last(next) : from;
    }

    private int units(NodeId node) {
        Tensor neurons = found.neurons().get(node);
        return neurons == null ? -1 : neurons.sizes()[0];
    }

    /// The column whose neurons are a layer's inputs, one by one.
    private int feeding(NodeId layer, int inputs) {
        Optional<NodeId> source = graph.sources(layer).getFirst();
        for (int i = 0; i < columns.size(); i++)
            if (source.filter(columns.get(i).shown()::equals).isPresent()
                    && columns.get(i).units() == inputs)
                return i;
        return -1;
    }
}
