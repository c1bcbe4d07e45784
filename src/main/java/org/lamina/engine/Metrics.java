package org.lamina.engine;

/// Means over samples.
///
/// @param loss cross-entropy in nats, or mean squared error
/// @param accuracy share of right answers, 0…1; NaN for regression
public record Metrics(double loss, double accuracy) {}
