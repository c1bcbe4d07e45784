package org.lamina.study;

import org.lamina.graph.NodeId;
import org.lamina.tensor.Tensor;

/// What one layer gives for validation samples, spread evenly over those there are: points of a space to be mapped.
///
/// @param most samples
public record LayerOutputs(NodeId node, int most) implements Question {

    /// Numbers of a sample at most; of more, maps are averaged over a grid and vectors are projected.
    public static final int FEATURES = 256;

    /// @param samples indices into the validation samples
    /// @param rows samples×features
    /// @param numbers that the layer gives for a sample
    /// @param answers index of the network's largest answer for each sample
    public record Found(NodeId node, int[] samples, Tensor rows, int numbers, int[] answers) implements Finding {}
}
