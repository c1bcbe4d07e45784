package org.lamina.project;

/// What the network is trained for; it decides the loss.
public enum Task {
    /// Softmax cross-entropy on logits.
    CLASSIFICATION,
    /// Mean squared error.
    REGRESSION
}
