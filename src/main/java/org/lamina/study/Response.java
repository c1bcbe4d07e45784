package org.lamina.study;

import org.lamina.tensor.Tensor;

/// What the network answers for one picture.
public record Response(Picture picture) implements Question {

    /// @param picture as the network takes it: channels first
    /// @param output probabilities of the classes, or the values
    public record Found(Tensor picture, Tensor output) implements Finding {}
}
