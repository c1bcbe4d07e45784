package org.lamina.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Layer;
import org.lamina.spec.Params;
import org.lamina.tensor.Shape;

class GraphBlockTest {

    @Test
    void branchesJoinAndParametersCarryTheirNodesNames() throws CompileException {
        Graph graph = Graph.of(
                List.of(node("in", "input", Map.of("shape", Shape.image(1, 6, 6))),
                        node("conv", "conv-2d", Map.of("filters", 1)), node("sum", "add", Map.of()),
                        node("flat", "flatten", Map.of()), node("last", "dense", Map.of("units", 3)),
                        node("out", "output", Map.of()), node("idle", "relu", Map.of())),
                List.of(new Wire("in", "conv"), new Wire("in", "sum", 0), new Wire("conv", "sum", 1),
                        new Wire("sum", "flat"), new Wire("flat", "last"), new Wire("last", "out"),
                        new Wire("conv", "idle")));
        GraphBlock block = Compiler.compile(Inference.of(graph, null));
        assertThat(block.nodes()).extracting(NodeId::value).containsExactly("in", "conv", "sum", "flat", "last", "out");
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            block.initialize(manager);
            assertThat(block.named().keySet()).containsExactly("conv.weight", "conv.bias", "last.weight", "last.bias");
            NDArray x = manager.randomNormal(new ai.djl.ndarray.types.Shape(4, 1, 6, 6));
            Map<NodeId, NDArray> seen = new HashMap<>();
            NDArray answer = block.run(new ParameterStore(manager, false), new NDList(x), false, (node, output) -> {
                seen.put(node, output);
                return output;
            }).singletonOrThrow();
            assertThat(answer.getShape().getShape()).containsExactly(4, 3);
            assertThat(seen).hasEntrySatisfying(new NodeId("sum"), sum -> assertThat(sum.toFloatArray())
                    .isEqualTo(x.add(seen.get(new NodeId("conv"))).toFloatArray()));
        }
    }

    @Test
    void addingZerosInATapGivesTheGradientOfAnActivation() throws CompileException {
        Graph graph = Graph.of(
                List.of(node("in", "input", Map.of("shape", Shape.vector(2))),
                        node("last", "dense", Map.of("units", 1)), node("out", "output", Map.of())),
                List.of(new Wire("in", "last"), new Wire("last", "out")));
        GraphBlock block = Compiler.compile(Inference.of(graph, null));
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            block.initialize(manager);
            NDArray x = manager.create(new float[]{1, 2}, new ai.djl.ndarray.types.Shape(1, 2));
            NDArray zeros = manager.zeros(new ai.djl.ndarray.types.Shape(1, 2));
            zeros.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                collector.backward(block.run(new ParameterStore(manager, false), new NDList(x), true,
                        (node, output) -> node.value().equals("in") ? output.add(zeros) : output).head().sum());
            }
            assertThat(block.named()).hasEntrySatisfying("last.weight",
                    weight -> assertThat(zeros.getGradient().toFloatArray())
                            .isEqualTo(weight.getArray().toFloatArray()));
        }
    }

    @Test
    void reluAfterPoolingAnswersAndLearnsAsBeforeIt() throws CompileException {
        Graph graph = Graph.of(
                List.of(node("in", "input", Map.of("shape", Shape.image(1, 6, 6))),
                        node("conv", "conv-2d", Map.of("filters", 3)), node("relu", "relu", Map.of()),
                        node("pool", "max-pool-2d", Map.of()), node("out", "output", Map.of())),
                List.of(new Wire("in", "conv"), new Wire("conv", "relu"), new Wire("relu", "pool"),
                        new Wire("pool", "out")));
        GraphBlock block = Compiler.compile(Inference.of(graph, null));
        List<NodeId> run = new ArrayList<>();
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            block.initialize(manager);
            NDArray x = manager.randomNormal(new ai.djl.ndarray.types.Shape(4, 1, 6, 6));
            float[] unseen = gradient(block, x, Tap.NONE);
            assertThat(gradient(block, x, (node, output) -> {
                run.add(node);
                return output;
            })).isEqualTo(unseen).doesNotContain(0f);
        }
        assertThat(run).extracting(NodeId::value).containsExactly("in", "conv", "relu", "pool", "out");
        assertThat(PoolFirst.of(block.steps(), List.of(4))).extracting(step -> step.id().value())
                .containsExactly("in", "conv", "pool", "relu", "out");
        assertThat(PoolFirst.of(block.steps(), List.of(2, 4))).isEqualTo(block.steps());
    }

    /// Of the mean square of the answers with respect to the convolution's weights.
    private static float[] gradient(GraphBlock block, NDArray x, Tap tap) {
        NDArray weight = Objects.requireNonNull(block.named().get("conv.weight")).getArray();
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            collector.backward(block.run(new ParameterStore(x.getManager(), false), new NDList(x), true, tap).head()
                    .square().mean());
        }
        try (NDArray gradient = weight.getGradient()) {
            float[] values = gradient.toFloatArray();
            gradient.muli(0);
            return values;
        }
    }

    @Test
    void aLayerThatDoesNotFitIsNamed() {
        Graph graph = Graph.of(
                List.of(node("in", "input", Map.of()), node("last", "dense", Map.of()),
                        node("out", "output", Map.of())),
                List.of(new Wire("in", "last"), new Wire("last", "out")));
        assertThatThrownBy(() -> Compiler.compile(Inference.of(graph, null)))
                .isInstanceOfSatisfying(CompileException.class,
                        e -> assertThat(e.node()).isEqualTo(new NodeId("last")))
                .hasMessage("Dense needs a flat input, got 1×28×28: put a Flatten before it");
    }

    private static Node node(String id, String layer, Map<String, Object> parameters) {
        Layer entry = Catalogue.layers().get(layer);
        return new Node(id, Params.with(entry, parameters));
    }
}
