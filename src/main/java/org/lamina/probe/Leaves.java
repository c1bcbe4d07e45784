package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.lamina.compile.Tap;
import org.lamina.graph.NodeId;

/// Lets one read the gradient with respect to what each node gives: zeros that ask for a gradient are added to it, so
/// that their gradient is that of the sum. The network computes the same.
public final class Leaves implements Tap {

    private final Tap inner;
    private final Predicate<NodeId> wanted;
    private final SequencedMap<NodeId, NDArray> outputs = new LinkedHashMap<>();
    private final List<NodeId> nodes = new ArrayList<>();
    private final List<NDArray> zeros = new ArrayList<>();

    /// @param inner what the network would run with otherwise
    /// @param wanted nodes whose gradients are asked for
    public Leaves(Tap inner, Predicate<NodeId> wanted) {
        this.inner = inner;
        this.wanted = wanted;
    }

    @Override
    public NDArray at(NodeId node, NDArray output) {
        NDArray given = inner.at(node, output);
        outputs.put(node, given);
        if (!wanted.test(node) || !given.getDataType().isFloating())
            return given;
        NDArray leaf = given.zerosLike(); // laid out in memory as it is
        leaf.setRequiresGradient(true);
        nodes.add(node);
        zeros.add(leaf);
        return given.add(leaf);
    }

    /// What each node gave, in the order they ran.
    public SequencedMap<NodeId, NDArray> outputs() {
        return outputs;
    }

    /// The zeros so far, in the order their nodes ran.
    public List<NDArray> zeros() {
        return zeros;
    }

    /// Gradients of the zeros by their nodes.
    public Map<NodeId, NDArray> named(List<NDArray> gradients) {
        Map<NodeId, NDArray> named = new LinkedHashMap<>();
        for (int i = 0; i < nodes.size(); i++)
            named.put(nodes.get(i), gradients.get(i));
        return named;
    }
}
