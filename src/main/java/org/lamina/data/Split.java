package org.lamina.data;

/// Which samples train and which validate.
///
/// @param train indices of samples, in shuffled order
/// @param validation indices of samples, in their own order
public record Split(int[] train, int[] validation) {}
