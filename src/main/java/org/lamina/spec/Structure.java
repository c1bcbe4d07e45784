package org.lamina.spec;

import ai.djl.nn.Block;
import java.util.List;
import java.util.Map;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

/// A layer that gives a network its structure and computes nothing: what arrives passes on.
public interface Structure extends Layer, Tunable {

    @Override
    default List<Param> params() {
        return List.of();
    }

    @Override
    default Object value(String parameter) {
        throw new IllegalArgumentException(card().title() + " has no parameter " + parameter);
    }

    @Override
    default Structure with(Map<String, Object> changes) {
        return this;
    }

    @Override
    default boolean takesTokens() {
        return true;
    }

    @Override
    default Inferred infer(List<Shape> inputs) {
        return Inferred.known(inputs.getFirst());
    }

    /// Nothing: it hands on the array that it is given.
    @Override
    default Cost cost(List<Shape> inputs) {
        return Cost.NONE;
    }

    @Override
    default Region reads(int port, List<Shape> inputs, Region answer) {
        return answer;
    }

    @Override
    default Block block(List<Shape> inputs) {
        return identity().block(inputs);
    }

    @Override
    default void onnx(OnnxSink sink) {
        identity().onnx(sink);
    }

    @Override
    default String torch(List<Shape> inputs) {
        return identity().torch(inputs);
    }

    @Override
    default String keras(List<Shape> inputs) {
        return identity().keras(inputs);
    }

    private static Layer identity() {
        return Catalogue.layers().get("reroute");
    }
}
