package org.lamina.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.NodeId;
import org.lamina.spec.Working;
import org.lamina.tensor.Tensor;

/// How one number of a layer's answer came about.
///
/// @param cell of the answer, counted row by row
/// @param training whether the layer is to behave as while training, where it has two ways: it is given the picture and
///     the validation samples that follow then, as they arrive after training
public record Arithmetic(NodeId node, Picture picture, int cell, boolean training) implements Question {

    /// @param inputs what arrived, by port, channels first
    /// @param output what the engine gave
    /// @param cell that was asked for; the last where there are fewer
    /// @param working the terms of the number; null for a layer that does not explain itself
    public record Found(List<Tensor> inputs, Tensor output, int cell,
            @Nullable Working working) implements Finding {

        /// The number that the engine gave.
        public float given() {
            return output.values()[cell];
        }
    }
}
