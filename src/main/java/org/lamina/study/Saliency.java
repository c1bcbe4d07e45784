package org.lamina.study;

import org.lamina.tensor.Tensor;

/// How much each number of a picture bears on one answer: the gradient of the class's logit with respect to the picture.
///
/// **Source** Simonyan et al., 2013.
///
/// @param answer index of the class or value
public record Saliency(Picture picture, int answer) implements Question {

    /// @param gradient as the network takes the picture: channels first
    public record Found(Tensor gradient) implements Finding {}
}
