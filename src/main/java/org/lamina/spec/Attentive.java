package org.lamina.spec;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.Map;
import java.util.function.Function;

/// A layer in which time steps ask each other, so that one can look at who asks whom.
public interface Attentive extends Layer {

    /// Whom the time steps of the first input ask.
    enum Whom {
        /// Each other: self-attention.
        ITSELF,
        /// Those of the second input: cross-attention.
        OTHER
    }

    /// How each time step shares its attention: batch×heads×asking×asked, of which each row sums to 1. Engine thread only.
    ///
    /// @param arriving what arrives at the layer, by port
    /// @param weights the layer's parameters, by name
    Map<Whom, NDArray> attention(NDList arriving, Function<String, NDArray> weights);
}
