package org.lamina.spec;

/// How the numbers of a layer of [Role#NOISE] are distributed.
public enum Noise {
    /// Mean 0, standard deviation 1.
    NORMAL,
    /// Evenly from −1 to 1.
    UNIFORM
}
