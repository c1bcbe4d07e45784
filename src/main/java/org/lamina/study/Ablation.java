package org.lamina.study;

import java.util.Set;

/// How the network answers validation samples while some of its units give nothing but zeros. Training and what is
/// written to files know nothing of it.
///
/// **Source** Meyes et al., 2019 (Ablation studies in artificial neural networks).
public record Ablation(Set<Unit> off) implements Question {

    public Ablation {
        off = Set.copyOf(off);
    }

    /// One entry per sample.
    ///
    /// @param truth true classes
    /// @param whole classes that the whole network answers
    /// @param without classes answered without those units
    public record Found(int[] truth, int[] whole, int[] without) implements Finding {}
}
