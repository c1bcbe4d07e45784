package org.lamina.study;

/// What was found out: plain data. A question that takes long gives several, each instead of the one before.
public interface Finding {}
