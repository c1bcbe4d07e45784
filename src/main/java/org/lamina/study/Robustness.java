package org.lamina.study;

import java.util.List;

/// The accuracy on validation pictures, each changed by an attack of its own, for larger and larger epsilon.
///
/// @param time how often it was asked before, so that it is answered again
public record Robustness(Fooling.Attack attack, int pictures, int time) implements Question {

    /// What is measured, in this order.
    public static final List<Float> EPSILONS = List.of(0f, 0.02f, 0.04f, 0.07f, 0.1f, 0.15f, 0.2f, 0.3f);

    @Override
    public boolean follows() {
        return false;
    }

    /// @param accuracy share of right answers at the first of [#EPSILONS]
    /// @param pictures how many there were
    public record Found(List<Double> accuracy, int pictures) implements Finding {}
}
