package org.lamina.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;

/// A block whose answer is a function of its inputs and its parameters.
final class FunctionBlock extends AbstractBlock {

    private final List<Parameter> own;
    private final Blocks.Function function;

    FunctionBlock(List<Parameter> parameters, Blocks.Function function) {
        own = List.copyOf(parameters);
        own.forEach(this::addParameter);
        this.function = function;
    }

    @Override
    protected NDList forwardInternal(ParameterStore store, NDList inputs, boolean training,
            PairList<String, Object> ignored) {
        List<NDArray> weights = own.stream().map(p -> store.getValue(p, inputs.head().getDevice(), training)).toList();
        return new NDList(function.apply(inputs, weights, training));
    }

    /// Not asked: Lamina infers shapes before there is a block.
    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        throw new UnsupportedOperationException("shapes are inferred by the layer, not by its block");
    }
}
