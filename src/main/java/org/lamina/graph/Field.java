package org.lamina.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lamina.spec.Role;
import org.lamina.tensor.Axis;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

/// The receptive field of some numbers that a node gives: what they are computed from at every node before it, exact
/// through stride, dilation, padding, branches and transposed convolution.
///
/// **Source** Araujo et al., 2019 (Computing receptive fields of convolutional neural networks), with sets of places
/// instead of intervals.
///
/// @param regions by node of the network without blocks; a node that nothing is read from is not among them
public record Field(Map<NodeId, Region> regions) {

    public Field {
        regions = Map.copyOf(regions);
    }

    /// @param network without blocks
    /// @param node whose shape is known
    /// @param numbers some of those that the node gives
    public static Field of(Inference network, NodeId node, Region numbers) {
        Map<NodeId, Region> regions = new HashMap<>(Map.of(node, numbers));
        List<Node> order = network.graph().order();
        int from = IntStream.range(0, order.size()).filter(i -> order.get(i).id().equals(node)).findFirst()
                .orElseThrow();
        for (int i = from; i >= 0; i--) {
            Region answer = regions.get(order.get(i).id());
            if (answer != null && !answer.isEmpty())
                collect(network, order.get(i), answer, regions);
        }
        regions.values().removeIf(Region::isEmpty);
        return new Field(regions);
    }

    private static void collect(Inference network, Node node, Region answer, Map<NodeId, Region> regions) {
        List<Shape> shapes = network.arriving(node.id()).orElseThrow();
        List<Optional<NodeId>> sources = network.graph().sources(node.id());
        for (int port = 0; port < sources.size(); port++)
            regions.merge(sources.get(port).orElseThrow(), node.layer().reads(port, shapes, answer), Region::and);
    }

    /// The field of the number in the middle of what a node gives; empty where its shape is not known.
    ///
    /// @param network without blocks
    public static Optional<Field> ofMiddle(Inference network, NodeId node) {
        return network.shape(node).map(shape -> of(network, node,
                Region.at(IntStream.of(shape.sizes()).map(size -> size / 2).toArray())));
    }

    public Optional<Region> at(NodeId node) {
        return Optional.ofNullable(regions.get(node));
    }

    /// The Input that it reaches into; the first of several.
    public Optional<NodeId> source(Graph graph) {
        return graph.with(Role.SOURCE).stream().filter(regions::containsKey).findFirst();
    }

    /// How far it reaches at a node, without the channels: `14×14`; empty where that has no place, as a row of features.
    public Optional<String> size(NodeId node, Shape shape) {
        List<String> sizes = new ArrayList<>();
        Region region = regions.get(node);
        for (int axis = 0; region != null && axis < shape.rank(); axis++)
            if (shape.dims().get(axis).axis() != Axis.CHANNELS && shape.dims().get(axis).axis() != Axis.FEATURES)
                sizes.add(String.valueOf(region.extent(axis)));
        return sizes.isEmpty() ? Optional.empty() : Optional.of(String.join("×", sizes));
    }
}
