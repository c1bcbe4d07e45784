package org.lamina.compile;

import ai.djl.ndarray.NDArray;
import org.lamina.graph.NodeId;

/// Sees what every node answers while a network runs, and may put another array in its place.
///
/// To look, keep the array and return it: it lives until the step's manager is closed. For the gradient with respect to
/// an activation, return `output.add(zeros)` with an array of zeros that requires a gradient.
@FunctionalInterface
public interface Tap {
    /// Looks at nothing, so that the network may run its nodes in the order that is fastest.
    Tap NONE = (_, output) -> output;

    NDArray at(NodeId node, NDArray output);
}
