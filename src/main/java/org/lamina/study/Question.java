package org.lamina.study;

/// Something to be found out about the network in hand. Equal questions have one answer, so a question says everything
/// that its answer depends on.
public sealed interface Question
        permits Ablation, Arithmetic, Attribution, Fooling, Health, Hierarchy, LayerOutputs, LinearProbes, Plane,
        PreferredInput, Response, Robustness, Similarity, UnitResponse {

    /// Whether it is to be answered anew as the network learns, as often as the share of time for pictures allows. One
    /// that is not is answered once.
    default boolean follows() {
        return true;
    }
}
