package org.lamina.app;

import org.lamina.tensor.Tensor;

/// Numbers that the engine gave of a node: its output for a sample, or its weights.
///
/// @param step updates made by then
/// @param sample index into the validation samples; -1 for weights and for a picture of a person's own
/// @param values an output is channels first without a batch axis, weights are as the engine holds them
public record Capture(long step, int sample, Tensor values) {}
