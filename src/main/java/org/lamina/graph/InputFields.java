package org.lamina.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lamina.spec.Layer;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

/// The receptive fields of a network's numbers at one of its Inputs, the same as a [Field]'s, for thousands of numbers.
/// All filters of a convolution read the same channels, so most fields run together after a layer or two; from there on
/// each is followed once.
public final class InputFields {

    private final Inference network;
    private final List<Node> order;
    private final Map<NodeId, Integer> places = new HashMap<>();
    private final @Nullable Step[] steps;
    private final int input;
    /// By what is read at some nodes, at their places in the order.
    private final Map<Map<Integer, Region>, Optional<Region>> known = new HashMap<>();

    /// From a node to those before it.
    ///
    /// @param given by the node
    /// @param arriving by port
    /// @param sources by port, as places in the order
    private record Step(Layer layer, Shape given, List<Shape> arriving, List<Integer> sources) {

        /// Whether many numbers come to the same: where all channels are read.
        boolean isShared(Region read) {
            return read.isWhole(given.channelAxis(), given.channels());
        }

        void back(Region answer, Map<Integer, Region> front) {
            for (int port = 0; port < sources.size(); port++) {
                Region read = layer.reads(port, arriving, answer);
                if (!read.isEmpty())
                    front.merge(sources.get(port), read, Region::and);
            }
        }
    }

    /// @param network without blocks
    public InputFields(Inference network, NodeId input) {
        this.network = network;
        order = network.graph().order();
        for (Node node : order)
            places.put(node.id(), places.size());
        steps = new Step[order.size()];
        this.input = place(input);
    }

    /// What is read of the input for some numbers of a node whose shape is known; empty where nothing is.
    public Optional<Region> of(NodeId node, Region numbers) {
        NavigableMap<Integer, Region> front = new TreeMap<>(Map.of(place(node), numbers));
        List<Map<Integer, Region>> passed = new ArrayList<>();
        while (!front.isEmpty() && front.lastKey() > input) {
            if (front.entrySet().stream().allMatch(read -> step(read.getKey()).isShared(read.getValue()))) {
                Map<Integer, Region> here = Map.copyOf(front);
                Optional<Region> found = known.get(here);
                if (found != null)
                    return remember(passed, found);
                passed.add(here);
            }
            Map.Entry<Integer, Region> last = front.pollLastEntry();
            step(last.getKey()).back(last.getValue(), front);
        }
        return remember(passed, Optional.ofNullable(front.get(input)));
    }

    private Optional<Region> remember(List<Map<Integer, Region>> passed, Optional<Region> found) {
        passed.forEach(here -> known.put(here, found));
        return found;
    }

    private Step step(int place) {
        Step known = steps[place];
        if (known != null)
            return known;
        Node node = order.get(place);
        Step made = new Step(node.layer(), network.shape(node.id()).orElseThrow(),
                network.arriving(node.id()).orElseThrow(),
                network.graph().sources(node.id()).stream().map(source -> place(source.orElseThrow())).toList());
        steps[place] = made;
        return made;
    }

    private int place(NodeId node) {
        return Objects.requireNonNull(places.get(node), node.value());
    }
}
