package org.lamina.data;

import org.lamina.tensor.Shape;

/// What a data set holds.
///
/// @param samples how many samples in all
public record DataInfo(Shape input, Target target, int samples) {}
