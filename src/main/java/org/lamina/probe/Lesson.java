package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import java.util.List;

/// Some samples, what they are to be answered with, and what the network learns of it.
///
/// @param samples a batch as the network takes it
/// @param turns what a training step consists of
public record Lesson(NDArray samples, NDArray targets, List<Turn> turns) {}
