package org.lamina.layers.attention;

import org.lamina.layers.Elementwise;
import org.lamina.layers.activation.Gelu;
import org.lamina.layers.activation.Relu;

/// The function between the two dense layers of a transformer's block.
public enum FeedForward {
    /// As in GPT and BERT.
    GELU,
    /// As in the first transformer.
    RELU;

    Elementwise function() {
        return switch (this) {
            case GELU -> new Gelu();
            case RELU -> new Relu();
        };
    }
}
