package org.lamina.export;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.lamina.compile.CompileException;
import org.lamina.compile.Compiler;
import org.lamina.compile.GraphBlock;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.project.Loss;
import org.lamina.project.Task;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Layer;
import org.lamina.spec.Params;
import org.lamina.spec.Role;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// Networks with random weights and what DJL answers with them in inference.
@NullMarked
public final class Networks {
    public static final int SAMPLES = 16;

    private Networks() {}

    public static Node node(String id, String layer, Object... parameters) {
        Map<String, Object> changes = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2)
            changes.put((String) parameters[i], parameters[i + 1]);
        return new Node(id, Params.with(Catalogue.layers().get(layer), changes));
    }

    private static Node source(Shape input) {
        return new Node("in", Catalogue.layers().entries().stream().flatMap(l -> l.giving(input).stream()).findFirst()
                .orElseThrow());
    }

    /// Nodes in a row, between an Input and an Output.
    public static Graph chain(Shape input, Node... inner) {
        List<Node> nodes = new ArrayList<>(List.of(source(input)));
        nodes.addAll(Arrays.asList(inner));
        nodes.add(node("out", "output"));
        List<Wire> wires = IntStream.range(1, nodes.size())
                .mapToObj(i -> new Wire(nodes.get(i - 1).id(), nodes.get(i).id(), 0)).toList();
        return Graph.of(nodes, wires);
    }

    /// One layer whose ports get the input through layers that differ.
    public static Graph single(Layer layer, Shape input, int ports) {
        List<Node> nodes = new ArrayList<>(List.of(source(input)));
        List<Wire> wires = new ArrayList<>();
        nodes.add(new Node("layer", layer));
        nodes.add(node("out", "output"));
        wires.add(new Wire("layer", "out"));
        for (int port = 0; port < ports; port++) {
            String before = "port-" + port;
            if (input.isTokens())
                before = "in";
            else {
                nodes.add(node(before, port == 0 ? "dropout" : port == 1 ? "softmax" : "relu"));
                wires.add(new Wire("in", before));
            }
            wires.add(new Wire(before, "layer", port));
        }
        return Graph.of(nodes, wires);
    }

    /// Conv, pool, conv, pool, dense: LeNet-5 with rectifiers.
    public static Graph leNet() {
        return chain(Shape.image(1, 28, 28), node("c1", "conv-2d", "filters", 6, "kernel", 5, "padding", 2),
                node("r1", "relu"), node("p1", "max-pool-2d"),
                node("c2", "conv-2d", "filters", 16, "kernel", 5, "padding", 0), node("r2", "relu"),
                node("p2", "max-pool-2d"), node("f", "flatten"), node("d1", "dense", "units", 120), node("r3", "relu"),
                node("drop", "dropout"), node("d2", "dense", "units", 10));
    }

    public static Trained answered(Graph graph) {
        return answered(graph, Task.CLASSIFICATION);
    }

    public static Trained answered(Graph graph, Task task) {
        Shape input = Inference.of(graph, null).shape(graph.with(Role.SOURCE).getFirst()).orElseThrow();
        return answered(graph, task, input.isTokens() ? tokens(input) : random(new Random(1), batch(input), -1, 1));
    }

    public static Trained answered(Graph graph, Task task, Tensor inputs) {
        Inference inference = Inference.of(graph, null);
        Shape output = inference.shape(graph.with(Role.SINK).getFirst()).orElseThrow();
        List<String> labels = IntStream.range(0, output.size(0)).mapToObj(i -> "class " + i).toList();
        Random random = new Random(7);
        Map<String, Tensor> weights = new HashMap<>();
        Map<NodeId, Tensor> outputs = new HashMap<>();
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            GraphBlock block = Compiler.compile(inference);
            block.initialize(manager);
            block.named().forEach((name, parameter) -> {
                int[] sizes = sizes(parameter.getArray());
                Tensor values = name.contains("unning") || name.endsWith("gamma")
                        ? random(random, sizes, 0.5f, 1.5f)
                        : random(random, sizes, -0.3f, 0.3f);
                parameter.getArray().set(values.values());
                weights.put(name, values);
            });
            NDArray real = manager.create(inputs.values(), shape(inputs));
            boolean tokens = inference.shape(graph.with(Role.SOURCE).getFirst()).orElseThrow().isTokens();
            NDArray x = tokens ? real.toType(DataType.INT64, true) : real;
            NDList all = new NDList();
            block.inputs().forEach(_ -> all.add(x));
            block.run(new ParameterStore(manager, false), all, false, (node, answer) -> {
                outputs.put(node, new Tensor(sizes(answer), answer.toType(DataType.FLOAT32, true).toFloatArray()));
                return answer;
            });
        } catch (CompileException e) {
            throw new AssertionError(e);
        }
        return new Trained("Test network", graph, task, Loss.USUAL, labels, "Numbers from 0 to 1", weights, inputs,
                outputs);
    }

    /// The same network and samples with other parts.
    public static Trained with(Trained network, Graph graph, Map<String, Tensor> weights,
            Map<NodeId, Tensor> outputs) {
        return new Trained(network.name(), graph, network.task(), network.loss(), network.labels(),
                network.preparation(), weights,
                network.inputs(), outputs);
    }

    public static ai.djl.ndarray.types.Shape shape(Tensor tensor) {
        return new ai.djl.ndarray.types.Shape(Arrays.stream(tensor.sizes()).asLongStream().toArray());
    }

    private static int[] batch(Shape sample) {
        return IntStream.concat(IntStream.of(SAMPLES), Arrays.stream(sample.sizes())).toArray();
    }

    private static int[] sizes(NDArray array) {
        return Arrays.stream(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
    }

    private static Tensor tokens(Shape sample) {
        float[] values = new float[SAMPLES * (int) sample.elements()];
        for (int i = 0; i < values.length; i++)
            values[i] = i * 7 % sample.vocabulary();
        return new Tensor(batch(sample), values);
    }

    private static Tensor random(Random random, int[] sizes, float from, float to) {
        float[] values = new float[Arrays.stream(sizes).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < values.length; i++)
            values[i] = random.nextFloat(from, to);
        return new Tensor(sizes, values);
    }
}
