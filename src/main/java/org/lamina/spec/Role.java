package org.lamina.spec;

/// Where a layer stands between the data and the loss.
public enum Role {
    /// Brings the samples in; has a parameter `shape`.
    SOURCE,
    /// Computes.
    INNER,
    /// Hands its input to the loss.
    SINK
}
