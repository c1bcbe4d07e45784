package org.lamina.engine;

import org.lamina.spec.Help;
import org.lamina.spec.Int;
import org.lamina.spec.Real;

/// How a network that foretells tokens writes. A record with annotated parameters like a layer's, so that ranges are
/// checked alike everywhere.
public record Writing(
        @Help("What the text begins with; the network goes on from there.") String prompt,
        @Help("How many tokens are written after the prompt.") @Int(min = 1, max = 100_000, soft = 1000, unit = "tokens") int length,
        @Help("How bold the choice is: 0 always takes the likeliest token, 1 chooses by the network's own probabilities, more evens them out.") @Real(min = 0, max = 10, soft = 2) double temperature,
        @Help("Only so many of the likeliest tokens are chosen from; 0 means all.") @Int(min = 0, max = 1_000_000, soft = 100, unit = "tokens") int topK,
        @Help("The same seed writes the same text.") @Int(min = 0, max = Integer.MAX_VALUE, soft = 1000) int seed) {

    public Writing() {
        this("", 300, 0.8, 0, 1);
    }
}
