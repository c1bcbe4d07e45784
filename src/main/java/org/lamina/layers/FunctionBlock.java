package org.lamina.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;
import java.util.function.BiFunction;

/// A block whose answer is a function of its input and its parameters. The function must not leave a result on a
/// parameter's manager: an operation on a parameter is followed by `attach` to the input's.
final class FunctionBlock extends AbstractBlock {

    private final List<Parameter> own;
    private final BiFunction<NDArray, List<NDArray>, NDArray> function;

    FunctionBlock(List<Parameter> parameters, BiFunction<NDArray, List<NDArray>, NDArray> function) {
        own = List.copyOf(parameters);
        own.forEach(this::addParameter);
        this.function = function;
    }

    @Override
    protected NDList forwardInternal(ParameterStore store, NDList inputs, boolean training,
            PairList<String, Object> ignored) {
        NDArray input = inputs.singletonOrThrow();
        List<NDArray> values = own.stream().map(p -> store.getValue(p, input.getDevice(), training)).toList();
        return new NDList(function.apply(input, values));
    }

    /// Not asked: Lamina infers shapes before there is a block.
    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        throw new UnsupportedOperationException("shapes are inferred by the layer, not by its block");
    }
}
