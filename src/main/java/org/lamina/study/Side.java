package org.lamina.study;

import java.util.Locale;

/// Who learns in a turn of a training step.
public enum Side {
    /// All of the network, which is not divided.
    ALL,
    /// What tells generated samples from real ones.
    DISCRIMINATOR,
    /// What makes samples.
    GENERATOR;

    /// For people: `generator`.
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
