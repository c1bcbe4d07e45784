package org.lamina.engine;

import ai.djl.ndarray.NDArray;

/// What a turn of a training step gave on the way forward.
///
/// @param loss mean over the batch
record Forward(NDArray answers, NDArray targets, NDArray loss) {}
