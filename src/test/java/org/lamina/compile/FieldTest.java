package org.lamina.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamina.compile.FieldTest.Net.net;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamina.graph.Definition;
import org.lamina.graph.Field;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.InputFields;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Use;
import org.lamina.graph.Wire;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Layer;
import org.lamina.spec.Params;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

/// The receptive field of every cell is the box around what its gradient reaches, in whole networks whose weights are all
/// positive, so that nothing cancels out.
class FieldTest {

    private static final NodeId INPUT = new NodeId("in");

    /// A network with a picture at its input.
    ///
    /// @param last whose cells are looked at
    record Net(String name, Graph graph, String last) {

        static Net net(String name, Shape input, String... lines) {
            List<Node> nodes = new ArrayList<>(List.of(new Node("in", layer("input", Map.of("shape", input)))));
            List<Wire> wires = new ArrayList<>();
            String before = "in";
            for (String line : lines) {
                String[] words = line.split(" ", -1);
                List<String> sources = words[1].equals("<") ? List.of(words[2].split(",", -1)) : List.of(before);
                nodes.add(new Node(words[0], parsed(words)));
                for (int port = 0; port < sources.size(); port++)
                    wires.add(new Wire(sources.get(port), words[0], port));
                before = words[0];
            }
            nodes.add(new Node("out", layer("output", Map.of())));
            wires.add(new Wire(before, "out"));
            return new Net(name, Graph.of(nodes, wires), before);
        }

        private static Layer parsed(String[] words) {
            int from = words[1].equals("<") ? 3 : 1;
            Layer layer = Catalogue.layers().get(words[from]);
            for (int i = from + 1; i < words.length; i++) {
                String[] parts = words[i].split("=", 2);
                Object value = parts[1].matches("-?\\d+") ? (Object) Integer.valueOf(parts[1])
                        : Boolean.valueOf(parts[1]);
                layer = Params.with(layer, Map.of(parts[0], value));
            }
            return layer;
        }

        private static Layer layer(String id, Map<String, ?> values) {
            return Params.with(Catalogue.layers().get(id), values);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Net> networks() {
        Shape picture = Shape.image(2, 17, 14);
        return Stream.of(
                net("stride and padding", picture, "a conv-2d filters=2 kernel=5 stride=2 padding=2",
                        "b conv-2d filters=2 kernel=3 stride=2 padding=1"),
                net("dilation whose taps fall into the padding", picture,
                        "a conv-2d filters=2 kernel=3 dilation=3 padding=3",
                        "b conv-2d filters=2 kernel=3 dilation=2 padding=2"),
                net("stride wider than the kernel", picture, "a conv-2d filters=2 kernel=2 stride=3 padding=0",
                        "b conv-2d filters=2 kernel=2 stride=1 padding=1"),
                net("pooling", picture, "a conv-2d filters=2 kernel=3 padding=1", "b average-pool-2d",
                        "c average-pool-2d window=3 stride=2 padding=1"),
                net("branches of different reach", picture, "a conv-2d filters=2 kernel=3 padding=1",
                        "b < a conv-2d filters=2 kernel=3 dilation=2 padding=2",
                        "c < b conv-2d filters=2 kernel=3 padding=1", "d < a,c add"),
                net("branches side by side", picture, "a < in conv-2d filters=2 kernel=1 padding=0",
                        "b < in conv-2d filters=2 kernel=5 padding=2", "c < a,b concat",
                        "d < c depthwise-conv-2d kernel=3 padding=1"),
                net("transposed convolution", picture, "a conv-2d filters=2 kernel=3 stride=2 padding=1",
                        "b conv-transpose-2d filters=2 kernel=4 stride=2 padding=1"),
                net("transposed convolution that leaves gaps", picture,
                        "a conv-2d filters=2 kernel=3 stride=2 padding=1",
                        "b conv-transpose-2d filters=2 kernel=2 stride=3 padding=0",
                        "c conv-2d filters=2 kernel=2 padding=0"),
                net("resized", picture, "a separable-conv-2d filters=2 kernel=3 padding=0", "b upsample-2d factor=3",
                        "c zero-pad-2d", "d conv-2d filters=4 kernel=3 padding=0", "e pixel-shuffle", "f crop-2d"),
                net("flattened and dense", picture, "a conv-2d filters=2 kernel=3", "b global-average-pool",
                        "c dense units=3"),
                net("slices of channels", picture, "a slice axis=1 start=1 length=1",
                        "b conv-2d filters=2 kernel=3 same=true stride=2", "c adaptive-average-pool-2d size=3"),
                inBlocks());
    }

    /// A block of two convolutions, three times.
    private static Net inBlocks() {
        Graph inside = Graph.of(
                List.of(new Node("from", new org.lamina.graph.BlockInput()),
                        new Node("conv", Net.layer("conv-2d", Map.of("filters", 2))),
                        new Node("wide", Net.layer("conv-2d", Map.of("filters", 2, "dilation", 2, "padding", 2))),
                        new Node("to", new org.lamina.graph.BlockOutput())),
                List.of(new Wire("from", "conv"), new Wire("conv", "wide"), new Wire("wide", "to")));
        Use twice = new Use(new Definition("pair", "", inside, List.of())).with(Map.of(Use.REPEAT, 2));
        return new Net("a block repeated", Graph.of(
                List.of(new Node("in", Net.layer("input", Map.of("shape", Shape.image(1, 19, 21)))),
                        new Node("pair", twice), new Node("out", Net.layer("output", Map.of()))),
                List.of(new Wire("in", "pair"), new Wire("pair", "out"))), "pair");
    }

    @ParameterizedTest
    @MethodSource("networks")
    void fieldsThatRunTogetherAreTheSameAsThoseFollowedAlone(Net net) {
        Inference network = Inference.of(net.graph(), null).expanded();
        InputFields fields = new InputFields(network, INPUT);
        for (Node node : network.graph().order()) {
            Shape shape = network.shape(node.id()).orElseThrow();
            for (int number = 0; number < shape.elements(); number += 1 + (int) shape.elements() / 50) {
                Region one = Region.at(places(number, shape));
                assertThat(fields.of(node.id(), one)).isEqualTo(Field.of(network, node.id(), one).at(INPUT));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theFieldIsTheBoxAroundTheGradient(Net net) throws CompileException {
        Inference network = Inference.of(net.graph(), null).expanded();
        assertThat(network.problems()).isEmpty();
        GraphBlock block = Compiler.compile(network);
        Shape shape = network.shape(new NodeId(net.last())).orElseThrow();
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            block.initialize(manager);
            for (Parameter parameter : block.getParameters().values())
                parameter.getArray().set(parameter.getArray().abs().add(0.01f).toFloatArray());
            for (int number = 0; number < shape.elements(); number += shape.elements() > 60 ? 13 : 1)
                assertThat(expected(network, net, places(number, shape)))
                        .as("cell %s", List.of(places(number, shape)))
                        .isEqualTo(reached(block, manager, network, number));
        }
    }

    /// First row, last row, first column, last column; empty where nothing is read.
    private static List<Integer> expected(Inference network, Net net, int[] places) {
        return Field.of(network, new NodeId(net.last()), Region.at(places)).at(INPUT)
                .map(r -> List.of(r.first(1), r.last(1), r.first(2), r.last(2))).orElse(List.of());
    }

    private static List<Integer> reached(GraphBlock block, NDManager manager, Inference network, int number) {
        Shape in = network.shape(INPUT).orElseThrow();
        try (NDManager scope = manager.newSubManager()) {
            NDArray x = scope.ones(new ai.djl.ndarray.types.Shape(1, in.size(0), in.size(1), in.size(2)));
            x.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                collector.backward(block.run(new ParameterStore(manager, false), new NDList(x), false, Tap.NONE).head()
                        .flatten().get(number));
            }
            return box(x.getGradient().toFloatArray(), in);
        }
    }

    private static List<Integer> box(float[] gradient, Shape in) {
        int top = Integer.MAX_VALUE;
        int bottom = -1;
        int left = Integer.MAX_VALUE;
        int right = -1;
        for (int i = 0; i < gradient.length; i++)
            if (gradient[i] != 0) {
                int row = i / in.size(2) % in.size(1);
                top = Math.min(top, row);
                bottom = Math.max(bottom, row);
                left = Math.min(left, i % in.size(2));
                right = Math.max(right, i % in.size(2));
            }
        return bottom < 0 ? List.of() : List.of(top, bottom, left, right);
    }

    private static int[] places(int number, Shape shape) {
        int[] places = new int[shape.rank()];
        int rest = number;
        for (int axis = places.length - 1; axis >= 0; axis--) {
            places[axis] = rest % shape.size(axis);
            rest /= shape.size(axis);
        }
        return places;
    }
}
