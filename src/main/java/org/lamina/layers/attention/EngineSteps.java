package org.lamina.layers.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import java.util.function.Function;

/// A transformer's block on the engine's arrays, N×time×features.
record EngineSteps(Function<String, NDArray> weights, int features, float dropout, boolean training)
        implements
            Transformer.Steps<NDArray> {

    @Override
    public NDArray add(NDArray a, NDArray b) {
        return a.add(b);
    }

    @Override
    public NDArray norm(NDArray x, String name) {
        return LayerNorm.layerNorm(x, new Shape(features), weights.apply(name + ".weight"),
                weights.apply(name + ".bias"), (float) Transformer.EPSILON).singletonOrThrow();
    }

    @Override
    public NDArray linear(NDArray x, String name) {
        return Linear.linear(x, weights.apply(name + ".weight"), weights.apply(name + ".bias")).singletonOrThrow();
    }

    @Override
    public NDArray activate(NDArray x, FeedForward function) {
        return function.function().apply(x);
    }

    @Override
    public NDArray attend(NDArray query, NDArray memory, Attending attending) {
        return attending.apply(query, memory, name -> weights.apply(attending.prefix() + name), training);
    }

    @Override
    public NDArray drop(NDArray x) {
        return dropout == 0 ? x : Dropout.dropout(x, dropout, training).singletonOrThrow();
    }
}
