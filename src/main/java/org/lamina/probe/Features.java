package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.study.Picture;
import org.lamina.tensor.Tensor;

/// What layers give for some pictures, a row for each, gathered a few pictures at a time.
final class Features {

    /// @param numbers that the layer gave for a picture before the reduction
    /// @param rows pictures×features
    record Layer(int numbers, Tensor rows) {}

    private final Subject subject;
    private final List<? extends Picture> pictures;
    private final Predicate<NodeId> wanted;
    private final Reduction reduction;
    private final Pace pace = new Pace();
    private final SequencedMap<NodeId, Layer> layers = new LinkedHashMap<>();
    private final Map<NodeId, NodeId> same = new HashMap<>();
    private final int[] answers;
    private int done;

    Features(Subject subject, List<? extends Picture> pictures, Predicate<NodeId> wanted, Reduction reduction) {
        this.subject = subject;
        this.pictures = pictures;
        this.wanted = wanted;
        this.reduction = reduction;
        answers = new int[pictures.size()];
    }

    /// Sends the next few pictures through the network.
    void advance() throws Exception {
        done += pace.run(pictures.size() - done, this::gather);
    }

    boolean isDone() {
        return done == pictures.size();
    }

    private void gather(int count) throws Unanswerable {
        Graph graph = subject.graph();
        Map<NodeId, NDArray> given = new HashMap<>();
        try (NDManager scope = subject.manager().newSubManager()) {
            NDArray samples = subject.samples(scope, pictures.subList(done, done + count));
            NDArray answer = subject.answer(samples, false, (node, output) -> {
                given.put(node, output);
                return output;
            });
            graph.order().forEach(node -> {
                NDArray output = given.get(node.id());
                if (output != null && wanted.test(node.id()) && Reduction.applies(output))
                    keep(node.id(), output, given);
            });
            long[] largest = answer.reshape(count, -1).argMax(1).toLongArray();
            for (int i = 0; i < count; i++)
                answers[done + i] = (int) largest[i];
        }
    }

    private void keep(NodeId node, NDArray output, Map<NodeId, NDArray> given) {
        if (done == 0)
            before(node).filter(from -> isSame(given.get(from), output))
                    .ifPresent(from -> same.put(node, same.getOrDefault(from, from)));
        if (wanted.test(origin(node)) && !origin(node).equals(node))
            return;
        float[] batch = subject.read(reduction.rows(subject, output)).values();
        int count = (int) output.getShape().get(0);
        int width = batch.length / count;
        Layer layer = layers.computeIfAbsent(node, _ -> new Layer((int) output.size() / count,
                new Tensor(new int[]{pictures.size(), width}, new float[pictures.size() * width])));
        System.arraycopy(batch, 0, layer.rows().values(), done * width, batch.length);
    }

    private Optional<NodeId> before(NodeId node) {
        List<Optional<NodeId>> sources = subject.graph().sources(node);
        return sources.size() == 1 ? sources.getFirst() : Optional.empty();
    }

    private static boolean isSame(@Nullable NDArray one, NDArray other) {
        return one != null && one.size() == other.size() && one.getDataType() == other.getDataType()
                && one.reshape(-1).contentEquals(other.reshape(-1));
    }

    /// The layers of which numbers are known, in the order of the network.
    List<NodeId> nodes() {
        return subject.graph().order().stream().map(Node::id)
                .filter(id -> layers.containsKey(id) || same.containsKey(id)).toList();
    }

    /// The layer whose very numbers a layer hands on, as a Flatten does; the layer itself where it makes its own.
    NodeId origin(NodeId node) {
        return same.getOrDefault(node, node);
    }

    Layer of(NodeId node) {
        Layer own = layers.get(node);
        return own == null ? Objects.requireNonNull(layers.get(origin(node))) : own;
    }

    /// The index of the largest answer for each picture.
    int[] answers() {
        return answers;
    }
}
