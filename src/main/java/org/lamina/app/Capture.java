package org.lamina.app;

import org.lamina.tensor.Tensor;

/// A node's output for a sample, as the engine gave it.
///
/// @param step updates made by then
/// @param sample index into the validation samples; -1 for a picture of a person's own
/// @param values channels first, without a batch axis
public record Capture(long step, int sample, Tensor values) {}
