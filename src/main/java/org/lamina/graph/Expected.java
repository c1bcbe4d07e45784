package org.lamina.graph;

import org.lamina.tensor.Shape;

/// What the data set and the task ask of a network.
///
/// @param input shape of one sample
/// @param output shape of one answer: one logit per class, or the values to predict
/// @param logits whether the loss takes logits, so that a Softmax before the output is one too many
public record Expected(Shape input, Shape output, boolean logits) {}
