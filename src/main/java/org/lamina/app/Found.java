package org.lamina.app;

import org.jspecify.annotations.Nullable;
import org.lamina.study.Finding;

/// What was found out of a question so far.
///
/// @param step of the run that it is about
/// @param finding null where there is none
/// @param done whether that is all
/// @param message why there is no answer, in words for people; null where there is one
public record Found(long step, @Nullable Finding finding, boolean done, @Nullable String message) {}
