package org.lamina.layers;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.lamina.layers.Cases.Case;
import org.lamina.spec.Layer;
import org.lamina.tensor.Shape;

/// One layer running in the engine on a batch of its own.
final class Running implements AutoCloseable {

    private static final Engine ENGINE = Engine.getEngine("PyTorch");

    private final NDManager manager = NDManager.newBaseManager("PyTorch");
    private final Block block;
    final NDList inputs = new NDList();

    /// Inputs are distinct multiples of 1/10 without 0, in seeded disorder: no ties and no kinks near by.
    Running(Case c, int batch) {
        JniUtils.setGradMode(false);
        JniUtils.setNumThreads(1);
        block = c.layer().block(c.inputs());
        block.initialize(manager, DataType.FLOAT32,
                arriving(c).stream().map(s -> shape(1, s)).toArray(ai.djl.ndarray.types.Shape[]::new));
        for (Shape shape : arriving(c))
            inputs.add(shape.isTokens()
                    ? tokens(batch, shape)
                    : manager.create(spread((int) shape.elements() * batch, inputs.size()), shape(batch, shape)));
        int seed = 7;
        for (Parameter parameter : block.getParameters().values())
            if (parameter.requiresGradient())
                parameter.getArray().set(spread((int) parameter.getShape().size(), seed++));
    }

    private NDArray tokens(int batch, Shape shape) {
        long[] tokens = LongStream.range(0, shape.elements() * batch).map(i -> i * 3 % shape.vocabulary()).toArray();
        return manager.create(tokens, shape(batch, shape));
    }

    Running(Layer layer, float[] numbers, Shape shape) {
        this(new Case(layer, List.of(shape)), numbers.length / (int) shape.elements());
        set(0, numbers);
    }

    /// Puts numbers into an input.
    void set(int port, float[] numbers) {
        NDArray input = inputs.get(port);
        if (input.getDataType() == DataType.FLOAT32)
            input.set(numbers);
        else
            input.set(IntStream.range(0, numbers.length).mapToLong(i -> (long) numbers[i]).toArray());
    }

    private static List<Shape> arriving(Case c) {
        return c.inputs().isEmpty() ? List.of(c.output()) : c.inputs();
    }

    static ai.djl.ndarray.types.Shape shape(int batch, Shape sample) {
        return new ai.djl.ndarray.types.Shape(
                LongStream.concat(LongStream.of(batch), Arrays.stream(sample.sizes()).asLongStream()).toArray());
    }

    private static float[] spread(int count, int seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++)
            numbers[i] = (order.get(i) - count / 2 + 0.5f) / Math.max(10, count / 4f);
        return numbers;
    }

    NDArray forward(boolean training) {
        return forward(inputs, training);
    }

    NDArray forward(NDList arrays, boolean training) {
        NDList fresh = new NDList();
        arrays.forEach(fresh::add);
        NDArray answer = block.forward(new ParameterStore(manager, false), fresh, training).singletonOrThrow();
        return answer.getDataType() == DataType.FLOAT32 ? answer : answer.toType(DataType.FLOAT32, true);
    }

    /// The same numbers and shapes, pictures in channels-last order in memory.
    NDList channelsLast() {
        NDList views = new NDList();
        for (NDArray x : inputs)
            views.add(x.getShape().dimension() == 4
                    ? manager.create(x.transpose(0, 2, 3, 1).toFloatArray(), x.transpose(0, 2, 3, 1).getShape())
                            .transpose(0, 3, 1, 2)
                    : x);
        return views;
    }

    /// Sum of the answers, each times its own fixed factor, in double precision.
    double weighted() {
        NDArray answer = forward(false);
        float[] numbers = answer.toFloatArray();
        float[] factors = factors(answer).toFloatArray();
        double sum = 0;
        for (int i = 0; i < numbers.length; i++)
            sum += (double) numbers[i] * factors[i];
        return sum;
    }

    /// Fills the gradients of [#weighted] into inputs and trained parameters, and gives those arrays.
    List<NDArray> differentiate() {
        List<NDArray> leaves = new ArrayList<>(
                inputs.stream().filter(x -> x.getDataType() == DataType.FLOAT32).toList());
        leaves.addAll(trained());
        if (leaves.isEmpty())
            return leaves;
        leaves.forEach(leaf -> leaf.setRequiresGradient(true));
        try (GradientCollector collector = ENGINE.newGradientCollector()) {
            NDArray answer = forward(false);
            collector.backward(answer.mul(factors(answer)).sum());
        }
        return leaves;
    }

    /// Gradients of one number of the answer with respect to each input; zeros where none arrives.
    List<float[]> gradientsOf(int number) {
        inputs.forEach(input -> input.setRequiresGradient(true));
        try (GradientCollector collector = ENGINE.newGradientCollector()) {
            collector.backward(forward(false).flatten().get(number));
        }
        return inputs.stream().map(input -> {
            try (NDArray gradient = input.getGradient()) {
                float[] numbers = gradient == null ? new float[(int) input.size()] : gradient.toFloatArray();
                input.setRequiresGradient(false);
                return numbers;
            }
        }).toList();
    }

    /// The fixed factors of [#weighted].
    NDArray factors() {
        return factors(forward(false));
    }

    private NDArray factors(NDArray answer) {
        return manager.create(spread((int) answer.size(), 99), answer.getShape());
    }

    /// Inputs and parameters, running statistics included: `in.0`, `weight.bias`.
    Map<String, NDArray> named() {
        Map<String, NDArray> named = new LinkedHashMap<>();
        for (int port = 0; port < inputs.size(); port++)
            named.put("in." + port, inputs.get(port));
        block.getParameters().forEach(p -> named.put("weight." + p.getKey(), p.getValue().getArray()));
        return named;
    }

    List<NDArray> trained() {
        return block.getParameters().values().stream().filter(Parameter::requiresGradient).map(Parameter::getArray)
                .toList();
    }

    NDArray parameter(String name) {
        return block.getParameters().get(name).getArray();
    }

    @Override
    public void close() {
        manager.close();
    }
}
