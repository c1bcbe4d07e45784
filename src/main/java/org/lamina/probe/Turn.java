package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lamina.compile.Tap;
import org.lamina.graph.NodeId;
import org.lamina.study.Side;

/// A part of a training step: one run of the network forward and backward, after which some parameters are updated.
///
/// @param side that learns
/// @param tap what the network runs with
/// @param loss of its answers, against the targets
/// @param learns whether a parameter is updated, by its name
/// @param plays whether a node takes part
/// @param made the node that makes the samples that are judged; null where those of the data set are
public record Turn(Side side, Supplier<Tap> tap, BinaryOperator<NDArray> loss, Predicate<String> learns,
        Predicate<NodeId> plays, @Nullable NodeId made) {

    /// All of a network learns from the samples of the data set.
    public Turn(Supplier<Tap> tap, BinaryOperator<NDArray> loss) {
        this(Side.ALL, tap, loss, _ -> true, _ -> true, null);
    }

    /// Whether what a node has of parameters is updated.
    boolean teaches(NodeId node) {
        return learns.test(node + ".");
    }
}
