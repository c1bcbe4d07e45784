package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lamina.compile.Tap;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.study.Attribution;
import org.lamina.study.Finding;
import org.lamina.tensor.Tensor;

/// Guided backpropagation with plain backward passes, one for each ReLU from the last to the first, one ReLU a bit. A
/// ReLU's output y whose gradient g is known is replaced by y·m + y₀·(1 − m) with the constants m = [g > 0] and y₀ = y:
/// the same numbers, but only positive gradients come back through.
final class Guided implements Study {
    /// What stands for a ReLU's output: `output·mask + rest`.
    private record Gate(NDArray mask, NDArray rest) {}

    private static final Set<String> RELUS = Set.of("relu", "relu6");

    private final Answer answer;
    private final NDManager scope;
    private final NDArray picture;
    private final Map<NodeId, NDArray> outputs = new HashMap<>();
    private final Map<NodeId, Gate> gates = new HashMap<>();
    private final Deque<NodeId> relus = new ArrayDeque<>();
    private boolean done;

    Guided(Answer answer, Tensor input) throws Unanswerable {
        answer.subject().graph().order().stream().filter(Guided::isRelu).map(Node::id).forEach(relus::push);
        if (relus.isEmpty())
            throw new Unanswerable("Guided backpropagation changes how gradients pass a ReLU. This network has no ReLU "
                    + "layer: the saliency map is all there is.");
        this.answer = answer;
        scope = answer.scope();
        picture = answer.batch(scope, input);
    }

    private static boolean isRelu(Node node) {
        return RELUS.contains(node.layer().card().id());
    }

    @Override
    public Optional<? extends Finding> advance() {
        if (outputs.isEmpty())
            return look();
        if (!relus.isEmpty())
            return guide(relus.pop());
        done = true;
        try (NDManager bit = scope.newSubManager()) {
            return Optional.of(new Attribution.Found(
                    answer.subject().readOne(answer.gradient(in(bit), tap())), null));
        }
    }

    private Optional<? extends Finding> look() {
        try (NDManager bit = scope.newSubManager()) {
            answer.subject().answer(in(bit), false, (node, output) -> {
                if (relus.contains(node))
                    outputs.put(node, keep(output));
                return output;
            });
        }
        return Optional.empty();
    }

    private Optional<? extends Finding> guide(NodeId relu) {
        try (NDManager bit = scope.newSubManager()) {
            NDArray output = Objects.requireNonNull(outputs.get(relu));
            NDArray zeros = bit.zeros(output.getShape());
            Tap guided = tap();
            NDArray gradient = answer.gradient(in(bit), zeros,
                    (node, given) -> node.equals(relu) ? given.add(zeros) : guided.at(node, given));
            NDArray mask = gradient.gt(bit.zeros(output.getShape())).toType(DataType.FLOAT32, false);
            NDArray rest = output.mul(mask.neg().add(bit.ones(output.getShape())));
            gates.put(relu, new Gate(keep(mask), keep(rest)));
        }
        return Optional.empty();
    }

    private Tap tap() {
        return (node, output) -> {
            Gate gate = gates.get(node);
            return gate == null ? output : output.mul(gate.mask).add(gate.rest);
        };
    }

    /// The picture in a manager of its own, which the network's arrays live in.
    private NDArray in(NDManager bit) {
        return bit.create(picture.toFloatArray(), picture.getShape());
    }

    private NDArray keep(NDArray array) {
        array.attach(scope);
        return array;
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public void close() {
        scope.close();
    }
}
