package org.lamina.spec;

/// A layer that answers each number with a function of that number alone.
public interface Pointwise extends Explaining {

    /// What it gives for a number, without the engine.
    double at(double x);
}
