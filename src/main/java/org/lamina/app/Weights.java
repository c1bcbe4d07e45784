package org.lamina.app;

import org.lamina.tensor.Tensor;

/// Weights of a node, as the engine gave them.
///
/// @param step updates made by then
/// @param values as the engine holds them: of a convolution filters×channels×height×width; of very many the first filters
/// @param count filters, or rows, that the node has
public record Weights(long step, Tensor values, int count) {}
