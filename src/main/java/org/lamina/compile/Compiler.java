package org.lamina.compile;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.lamina.compile.GraphBlock.Step;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.spec.Inferred;
import org.lamina.spec.Role;

/// Turns a graph whose shapes are inferred into a DJL block. Only what leads to an output is compiled.
public final class Compiler {

    private final Graph graph;
    private final Inference inference;
    private final List<Step> steps = new ArrayList<>();
    private final Map<NodeId, Integer> numbers = new HashMap<>();

    private Compiler(Inference inference) {
        this.inference = inference.expanded();
        graph = this.inference.graph();
    }

    /// The block, without parameters yet: [GraphBlock#initialize(ai.djl.ndarray.NDManager)] creates them.
    ///
    /// @param inference of the whole network
    /// @throws CompileException naming the node that has no shape or whose block cannot be made
    public static GraphBlock compile(Inference inference) throws CompileException {
        return new Compiler(inference).block();
    }

    private GraphBlock block() throws CompileException {
        Set<NodeId> needed = graph.upstream(graph.with(Role.SINK));
        for (Node node : graph.order())
            if (needed.contains(node.id()))
                add(node);
        require(Role.SOURCE, "The network needs an Input that leads to an Output");
        require(Role.SINK, "The network needs an Output");
        return new GraphBlock(steps, numbers(Role::beginsNetwork), numbers(Role.SINK::equals));
    }

    private void add(Node node) throws CompileException {
        List<org.lamina.tensor.Shape> arriving = arriving(node);
        numbers.put(node.id(), steps.size());
        List<Integer> sources = graph.sources(node.id()).stream()
                .map(source -> Objects.requireNonNull(numbers.get(source.orElseThrow()))).toList();
        steps.add(new Step(node, block(node, arriving), sources, batches(node, arriving)));
    }

    private List<org.lamina.tensor.Shape> arriving(Node node) throws CompileException {
        if (inference.at(node.id()) instanceof Inferred.Refused(String message, _, _))
            throw new CompileException(node.id(), node.label() + " " + message, null);
        return inference.shape(node.id()).flatMap(_ -> inference.arriving(node.id()))
                .orElseThrow(() -> new CompileException(node.id(),
                        node.label() + " has no shape yet: wire its inputs and solve the problems before it", null));
    }

    /// A layer is open to anyone's code, so whatever it throws is told with its node.
    private static Block block(Node node, List<org.lamina.tensor.Shape> arriving) throws CompileException {
        try {
            return node.layer().block(arriving);
        } catch (RuntimeException e) {
            throw new CompileException(node.id(), node.label() + " cannot be built: " + e.getMessage(), e);
        }
    }

    /// What arrives, with a batch axis of 1; at a source, what the network is given.
    private Shape[] batches(Node node, List<org.lamina.tensor.Shape> arriving) {
        return (node.layer().role().beginsNetwork() ? inference.shape(node.id()).stream() : arriving.stream())
                .map(Compiler::batch).toArray(Shape[]::new);
    }

    private static Shape batch(org.lamina.tensor.Shape sample) {
        return new Shape(LongStream.concat(LongStream.of(1), Arrays.stream(sample.sizes()).asLongStream()).toArray());
    }

    private void require(Role role, String message) throws CompileException {
        if (numbers(role::equals).isEmpty())
            throw new CompileException(null, message, null);
    }

    /// Steps in the order in which the graph holds their nodes.
    private List<Integer> numbers(Predicate<Role> role) {
        return graph.nodes().stream().filter(n -> role.test(n.layer().role())).map(n -> numbers.get(n.id()))
                .filter(Objects::nonNull).toList();
    }
}
