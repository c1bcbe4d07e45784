package org.lamina.study;

import java.util.Map;
import org.lamina.graph.NodeId;
import org.lamina.tensor.Tensor;

/// What a network that takes two numbers makes of the whole plane, neuron by neuron.
///
/// @param reach the plane is seen from −reach to reach, both ways
/// @param side points a row
public record Plane(float reach, int side) implements Question {

    /// @param neurons by node that gives a vector: units×side×side, the largest y first
    /// @param weights by node that weighs a vector: units×inputs
    /// @param answers of a classifier the probabilities, else the values: answers×side×side
    public record Found(Map<NodeId, Tensor> neurons, Map<NodeId, Tensor> weights, Tensor answers) implements Finding {}
}
