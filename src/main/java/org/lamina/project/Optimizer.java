package org.lamina.project;

/// The rule that turns gradients into updates.
public enum Optimizer {
    ADAM,
    ADAM_W,
    SGD
}
