package org.lamina.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.Parameter;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.lamina.tensor.Shape;

/// Makes engine blocks from functions, so that a layer without a block in DJL needs no class of its own.
public final class Blocks {

    private Blocks() {}

    /// A block without parameters.
    public static Block function(UnaryOperator<NDArray> function) {
        return LambdaBlock.singleton(function);
    }

    public static Block identity() {
        return function(x -> x);
    }

    /// A block that joins several inputs.
    public static Block merge(Function<NDList, NDArray> function) {
        return new LambdaBlock(inputs -> new NDList(function.apply(inputs)));
    }

    /// A block whose answer is a function of its input and its parameters, in the given order.
    public static Block function(List<Parameter> parameters, BiFunction<NDArray, List<NDArray>, NDArray> function) {
        return new FunctionBlock(parameters, function);
    }

    /// `weight` of the given sizes, and where wanted `bias` with one number per output.
    public static List<Parameter> weights(boolean bias, long outputs, long... sizes) {
        Parameter weight = parameter("weight", Parameter.Type.WEIGHT, sizes);
        return bias ? List.of(weight, parameter("bias", Parameter.Type.BIAS, outputs)) : List.of(weight);
    }

    /// A trained parameter with its type's usual initial values.
    public static Parameter parameter(String name, Parameter.Type type, long... sizes) {
        return Parameter.builder().setName(name).setType(type).optShape(new ai.djl.ndarray.types.Shape(sizes)).build();
    }

    public static ai.djl.ndarray.types.Shape square(int side) {
        return new ai.djl.ndarray.types.Shape(side, side);
    }

    /// Sizes of a batch of unknown length for `NDArray.reshape`: −1 and the sample's sizes.
    public static ai.djl.ndarray.types.Shape anyBatch(Shape sample) {
        long[] sizes = new long[sample.rank() + 1];
        sizes[0] = -1;
        for (int i = 0; i < sample.rank(); i++)
            sizes[i + 1] = sample.size(i);
        return new ai.djl.ndarray.types.Shape(sizes);
    }
}
