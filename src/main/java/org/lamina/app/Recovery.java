package org.lamina.app;

import java.util.List;

/// Work that a crash left, and what can be done with it.
///
/// @param found what was left, in words, the newest first
public record Recovery(List<String> found, Runnable accept, Runnable discard) {}
