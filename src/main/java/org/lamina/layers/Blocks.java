package org.lamina.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// Makes engine blocks from functions, so that a layer without a block in DJL needs no class of its own.
public final class Blocks {

    /// What a block computes of its inputs and its parameters. It must not leave a result on a parameter's manager: an
    /// operation on a parameter is followed by `attach` to an input's.
    @FunctionalInterface
    public interface Function {
        NDArray apply(NDList inputs, List<NDArray> weights, boolean training);
    }

    /// Like [Function], with its parameters by name.
    @FunctionalInterface
    public interface Named {
        NDArray apply(NDList inputs, java.util.function.Function<String, NDArray> weights, boolean training);
    }

    private Blocks() {}

    /// A block of one input without parameters.
    public static Block function(UnaryOperator<NDArray> function) {
        return merge(inputs -> function.apply(inputs.singletonOrThrow()));
    }

    public static Block identity() {
        return function(x -> x);
    }

    /// A block that joins several inputs.
    public static Block merge(java.util.function.Function<NDList, NDArray> function) {
        return block(List.of(), (inputs, _, _) -> function.apply(inputs));
    }

    /// A block whose answer is a function of its input and its parameters, in the given order.
    public static Block function(List<Parameter> parameters, BiFunction<NDArray, List<NDArray>, NDArray> function) {
        return block(parameters, (inputs, weights, _) -> function.apply(inputs.singletonOrThrow(), weights));
    }

    public static Block block(List<Parameter> parameters, Function function) {
        return new FunctionBlock(parameters, function);
    }

    /// A block of many parameters, which are asked for by name.
    public static Block named(List<Parameter> parameters, Named function) {
        List<String> names = parameters.stream().map(Parameter::getName).toList();
        return block(parameters, (inputs, weights, training) -> function.apply(inputs,
                name -> weights.get(names.indexOf(name)), training));
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

    /// A trained parameter with initial values of its own.
    public static Parameter parameter(String name, Initializer initial, long... sizes) {
        return Parameter.builder().setName(name).setType(Parameter.Type.OTHER)
                .optShape(new ai.djl.ndarray.types.Shape(sizes)).optInitializer(initial).build();
    }

    /// A number beside a batch, which lives as long as the batch does. DJL's own arithmetic with numbers, as in `x.mul(2)`,
    /// lets go of the number's memory at once, though the backward pass reads it again: a garbage collection in between
    /// gives wrong gradients.
    public static NDArray number(double value, NDArray x) {
        return x.getManager().create((float) value);
    }

    /// Fixed numbers beside a batch.
    public static NDArray constant(Tensor numbers, NDArray x) {
        return x.getManager().create(numbers.values(),
                new ai.djl.ndarray.types.Shape(Arrays.stream(numbers.sizes()).asLongStream().toArray()));
    }

    /// One number per channel, laid out so that it multiplies or is added to `x`, a batch of such samples.
    public static NDArray perChannel(NDArray numbers, Shape sample, NDArray x) {
        NDArray local = numbers
                .reshape(Arrays.stream(perChannel(sample, (int) numbers.size())).asLongStream().toArray());
        local.attach(x.getManager());
        return local;
    }

    /// Sizes that one number per channel has beside a sample: `32×1×1` for pictures, `32` for sequences.
    public static int[] perChannel(Shape sample, int channels) {
        int[] sizes = new int[sample.rank() - sample.channelAxis()];
        Arrays.fill(sizes, 1);
        sizes[0] = channels;
        return sizes;
    }

    /// Sizes of a batch of unknown length for `NDArray.reshape`: −1 and the sample's sizes.
    public static ai.djl.ndarray.types.Shape anyBatch(Shape sample) {
        return new ai.djl.ndarray.types.Shape(
                LongStream.concat(LongStream.of(-1), Arrays.stream(sample.sizes()).asLongStream()).toArray());
    }
}
