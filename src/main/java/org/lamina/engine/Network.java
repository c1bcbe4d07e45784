package org.lamina.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.lamina.compile.CompileException;
import org.lamina.compile.Compiler;
import org.lamina.compile.GraphBlock;
import org.lamina.compile.Tap;
import org.lamina.graph.Expected;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.spec.Cost;
import org.lamina.spec.Layer;
import org.lamina.spec.Role;
import org.lamina.tensor.Tensor;

/// A compiled graph with its parameters on one device. It owns the manager of the parameters.
final class Network implements AutoCloseable {

    /// Of one number's share for the first of two classes and for the second.
    private static final float[] HALVES = {-0.5f, 0.5f};
    private static final NDIndex ALL = new NDIndex("...");

    private final Inference inference;
    private final int seed;
    private final NDManager manager;
    private final GraphBlock block;
    private final ParameterStore store;
    private final org.lamina.tensor.Shape input;
    private final boolean oneForTwo;
    /// By the block's inputs: how its numbers are drawn; null where it is given the samples.
    private final List<@Nullable Drawing> drawings;

    /// @param seed of the initial weights
    Network(Inference inference, Device device, int seed) throws CompileException {
        this(inference, device, seed, true);
    }

    /// @param drawn whether the weights are drawn at random; else they are zeros, and the generator stays as it is
    private Network(Inference inference, Device device, int seed, boolean drawn) throws CompileException {
        this.inference = inference;
        this.seed = seed;
        Expected expected = inference.expected();
        oneForTwo = expected != null && expected.isOneNumberForTwoClasses();
        block = Compiler.compile(inference);
        Inference expanded = inference.expanded();
        drawings = block.inputs().stream().map(id -> drawing(expanded, id, seed)).toList();
        input = expanded.shape(block.inputs().get(drawings.indexOf(null))).orElseThrow();
        manager = Torch.newManager(device);
        store = new ParameterStore(manager, false);
        if (drawn)
            Torch.seed(seed);
        else
            block.named().values().forEach(parameter -> parameter.setInitializer(Initializer.ZEROS));
        try {
            block.initialize(manager);
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    private static @Nullable Drawing drawing(Inference inference, NodeId id, int seed) {
        Layer layer = inference.graph().node(id).orElseThrow().layer();
        return layer.role() == Role.NOISE
                ? new Drawing(layer.noise(), (int) inference.shape(id).orElseThrow().elements(), seed)
                : null;
    }

    /// The same network with weights of its own, all zeros. What is drawn at random later is not changed by it.
    Network twin() throws CompileException {
        return new Network(inference, manager.getDevice(), seed, false);
    }

    /// Of everything that a file keeps.
    long bytes() {
        return kept().values().stream().mapToLong(array -> array.size() * Float.BYTES).sum();
    }

    /// Of one sample.
    Cost cost() {
        return inference.total();
    }

    NDManager manager() {
        return manager;
    }

    org.lamina.tensor.Shape input() {
        return input;
    }

    /// What learns, by `node.parameter`.
    SequencedMap<String, NDArray> trained() {
        return arrays(true);
    }

    /// Everything that a file keeps, running statistics included.
    SequencedMap<String, NDArray> kept() {
        return arrays(false);
    }

    /// Samples as the network takes them. Images lie in memory with their channels last, the order in which PyTorch's
    /// convolutions are fastest, and are viewed with their channels first.
    NDArray samples(NDManager step, ByteBuffer channelsLast, int count) {
        int[] sizes = input.sizes();
        if (input.isTokens())
            return step.create(channelsLast, batch(count, sizes), DataType.FLOAT32).toType(DataType.INT64, false);
        if (!input.isImage())
            return step.create(channelsLast, batch(count, sizes), DataType.FLOAT32);
        NDArray stored = step.create(channelsLast, batch(count, sizes[1], sizes[2], sizes[0]), DataType.FLOAT32);
        return stored.transpose(0, 3, 1, 2);
    }

    /// The answer of the first output, with a logit for each of two classes also where there is one number x for them:
    /// −x/2 and x/2, of which softmax makes 1 − σ(x) and σ(x). Every input is given the same samples, and every noise
    /// input numbers of its own, fresh ones while training.
    ///
    /// @throws org.lamina.compile.NodeFailure naming the node that could not compute
    NDArray answer(NDArray samples, boolean training, Tap tap) {
        NDList arriving = new NDList(drawings.size());
        int count = (int) samples.getShape().get(0);
        for (Drawing drawing : drawings)
            arriving.add(drawing == null ? samples
                    : training ? drawing.fresh(samples.getManager(), count)
                            : drawing.same(samples.getManager(), count));
        NDArray answer = block.run(store, arriving, training, tap).head();
        return oneForTwo ? answer.mul(samples.getManager().create(HALVES)) : answer;
    }

    /// What a node answers by itself, as while training. Its running statistics are put back.
    NDArray alone(NodeId node, NDList arriving) {
        SequencedMap<String, NDArray> running = kept();
        running.keySet().removeAll(trained().keySet());
        running.keySet().removeIf(name -> !name.startsWith(node + "."));
        SequencedMap<String, Tensor> before = new LinkedHashMap<>();
        running.forEach((name, array) -> before.put(name, read(array)));
        try {
            return block.answer(node, store, arriving, true);
        } finally {
            write(running, before);
        }
    }

    /// The node's parameter that carries most of its weights; empty for a node without parameters. Not to be closed.
    Optional<NDArray> kernel(NodeId node) {
        return Optional.ofNullable(kept().get(node + ".weight"));
    }

    SequencedMap<String, Tensor> weights() {
        SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
        kept().forEach((name, array) -> weights.put(name, read(array)));
        return weights;
    }

    /// Sets weights by name.
    ///
    /// @throws WeightsException naming what does not fit; nothing is changed then
    void load(Map<String, Tensor> weights) throws WeightsException {
        SequencedMap<String, NDArray> arrays = kept();
        WeightsException.check(arrays, weights);
        write(arrays, weights);
    }

    /// Overwrites one number.
    ///
    /// @throws IllegalArgumentException in words for people, where there is no such number or it is not finite
    void put(String name, int index, float value) {
        NDArray array = kept().get(name);
        if (array == null || index < 0 || index >= array.size())
            throw new IllegalArgumentException("The network has no weight " + name + " " + (index + 1)
                    + " any more: it was changed since");
        if (!Float.isFinite(value))
            throw new IllegalArgumentException("A weight must be a finite number, got " + value);
        Tensor numbers = read(array);
        numbers.values()[index] = value;
        write(Map.of(name, array), Map.of(name, numbers));
    }

    /// The numbers of an array; tokens as floats, which hold whole numbers up to 2²⁴.
    static Tensor read(NDArray array) {
        int[] sizes = Arrays.stream(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
        if (array.getDataType() == DataType.FLOAT32)
            return new Tensor(sizes, array.toFloatArray());
        try (NDArray numbers = array.toType(DataType.FLOAT32, true)) {
            return new Tensor(sizes, numbers.toFloatArray());
        }
    }

    /// The first rows of an array, but one in any case.
    ///
    /// @param most numbers
    static Tensor readFirst(NDArray array, int most) {
        long rows = array.getShape().get(0);
        long fit = Math.max(1, most / (array.size() / rows));
        if (fit >= rows)
            return read(array);
        try (NDArray first = array.get(new NDIndex(":" + fit))) {
            return read(first);
        }
    }

    /// Overwrites arrays in place, so that everything that refers to them sees the new numbers.
    static void write(Map<String, NDArray> arrays, Map<String, Tensor> values) {
        arrays.forEach((name, array) -> {
            Tensor tensor = Objects.requireNonNull(values.get(name), name);
            try (NDArray fresh = array.getManager().create(FloatBuffer.wrap(tensor.values()), array.getShape())) {
                copy(fresh, array);
            }
        });
    }

    /// Overwrites in place; `copyTo` would give the array other memory.
    static void copy(NDArray from, NDArray to) {
        to.set(ALL, from);
    }

    static Shape batch(int count, int... sizes) {
        return new Shape(LongStream.concat(LongStream.of(count), Arrays.stream(sizes).asLongStream()).toArray());
    }

    private SequencedMap<String, NDArray> arrays(boolean onlyTrained) {
        SequencedMap<String, NDArray> arrays = new LinkedHashMap<>();
        for (Map.Entry<String, Parameter> entry : block.named().entrySet())
            if (!onlyTrained || entry.getValue().requiresGradient())
                arrays.put(entry.getKey(), entry.getValue().getArray());
        return arrays;
    }

    @Override
    public void close() {
        manager.close();
    }
}
