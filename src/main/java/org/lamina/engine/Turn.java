package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.lamina.compile.Tap;

/// A part of a training step: one run of the network forward and backward, after which some parameters are updated.
///
/// @param tap what the network runs with
/// @param loss of its answers, against the targets
/// @param learns whether a parameter is updated, by its name
record Turn(Supplier<Tap> tap, BinaryOperator<NDArray> loss, Predicate<String> learns) {}
