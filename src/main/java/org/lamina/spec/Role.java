package org.lamina.spec;

/// Where a layer stands between the data and the loss.
public enum Role {
    /// Brings the samples in; has a parameter `shape`.
    SOURCE,
    /// Brings in numbers drawn at random, fresh ones for every sample.
    NOISE,
    /// Computes.
    INNER,
    /// Hands its input to the loss.
    SINK;

    /// Whether nothing comes before it: what it gives is handed to it from outside the network.
    public boolean beginsNetwork() {
        return this == SOURCE || this == NOISE;
    }
}
