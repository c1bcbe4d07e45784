package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.lamina.compile.Tap;
import org.lamina.graph.NodeId;

/// A part of a training step: one run of the network forward and backward, after which some parameters are updated.
///
/// @param tap what the network runs with
/// @param loss of its answers, against the targets
/// @param learns whether a parameter is updated, by its name
public record Turn(Supplier<Tap> tap, BinaryOperator<NDArray> loss, Predicate<String> learns) {

    /// Whether what a node has of parameters is updated.
    boolean teaches(NodeId node) {
        return learns.test(node + ".");
    }
}
