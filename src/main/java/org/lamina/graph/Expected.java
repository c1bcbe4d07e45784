package org.lamina.graph;

import org.lamina.tensor.Shape;

/// What the data set and the task ask of a network.
///
/// @param input shape of one sample
/// @param output shape of one answer
public record Expected(Shape input, Shape output, Goal goal) {}
