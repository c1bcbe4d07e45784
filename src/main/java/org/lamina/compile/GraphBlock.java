package org.lamina.compile;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;

/// A network as one DJL block: its nodes run in topological order. Inputs and outputs are in the order in which the
/// graph holds its sources and sinks.
public final class GraphBlock extends AbstractBlock {

    /// One step of the network.
    ///
    /// @param sources steps whose answers it takes, by port
    /// @param shapes what arrives, with a batch axis of 1
    record Step(Node node, Block block, List<Integer> sources, Shape[] shapes) {
        NodeId id() {
            return node.id();
        }

        Step taking(List<Integer> others) {
            return new Step(node, block, others, shapes);
        }

        NDArray answer(ParameterStore store, NDList arriving, boolean training) {
            try {
                return block.forward(store, arriving, training).head();
            } catch (RuntimeException e) {
                throw new NodeFailure(id(), e);
            }
        }
    }

    private final List<Step> steps;
    private final List<Step> unseen;
    private final List<Integer> inputs;
    private final List<Integer> outputs;

    /// @param inputs steps that take the network's inputs
    /// @param outputs steps that give its answers
    GraphBlock(List<Step> steps, List<Integer> inputs, List<Integer> outputs) {
        this.steps = List.copyOf(steps);
        unseen = PoolFirst.of(steps, outputs);
        this.inputs = List.copyOf(inputs);
        this.outputs = List.copyOf(outputs);
        steps.forEach(step -> addChildBlock(step.id().value(), step.block()));
    }

    /// Nodes that take the network's inputs, in their order.
    public List<NodeId> inputs() {
        return inputs.stream().map(i -> steps.get(i).id()).toList();
    }

    List<Step> steps() {
        return steps;
    }

    /// Nodes in topological order.
    public List<NodeId> nodes() {
        return steps.stream().map(Step::id).toList();
    }

    /// All parameters by name, `conv-2d-1.weight`, in the order the nodes run; running statistics included, which do
    /// not require a gradient.
    public SequencedMap<String, Parameter> named() {
        SequencedMap<String, Parameter> named = new LinkedHashMap<>();
        for (Step step : steps)
            step.block().getParameters().forEach(p -> named.put(step.id() + "." + p.getKey(), p.getValue()));
        return Collections.unmodifiableSequencedMap(named);
    }

    /// Creates the parameters on the manager's device; each node's own shapes are known already.
    public void initialize(NDManager manager) {
        Shape[] arriving = inputs.stream().map(i -> steps.get(i).shapes()[0]).toArray(Shape[]::new);
        initialize(manager, DataType.FLOAT32, arriving);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... ignored) {
        steps.forEach(step -> step.block().initialize(manager, type, step.shapes()));
    }

    @Override
    protected NDList forwardInternal(ParameterStore store, NDList arrays, boolean training,
            @Nullable PairList<String, Object> ignored) {
        return run(store, arrays, training, Tap.NONE);
    }

    /// Runs the network and lets a tap see every node's answer.
    ///
    /// @throws NodeFailure naming the node that could not compute
    public NDList run(ParameterStore store, NDList arrays, boolean training, Tap tap) {
        List<Step> order = tap == Tap.NONE ? unseen : steps;
        List<NDArray> answers = new ArrayList<>(order.size());
        for (int i = 0; i < order.size(); i++) {
            Step step = order.get(i);
            int input = inputs.indexOf(i);
            NDList arriving = input >= 0 ? new NDList(arrays.get(input)) : gather(answers, step.sources());
            answers.add(tap.at(step.id(), step.answer(store, arriving, training)));
        }
        return gather(answers, outputs);
    }

    /// What one node answers to what arrives at it.
    ///
    /// @throws NodeFailure where it cannot compute
    public NDArray answer(NodeId node, ParameterStore store, NDList arriving, boolean training) {
        return steps.stream().filter(step -> step.id().equals(node)).findFirst().orElseThrow()
                .answer(store, arriving, training);
    }

    /// A fresh list: some of DJL's blocks add to the one they are given.
    private static NDList gather(List<NDArray> answers, List<Integer> of) {
        NDList list = new NDList(of.size());
        of.forEach(i -> list.add(answers.get(i)));
        return list;
    }

    /// Not asked: shapes are inferred before there is a block.
    @Override
    public Shape[] getOutputShapes(Shape[] ignored) {
        throw new UnsupportedOperationException("shapes are inferred by the layers, not by their blocks");
    }
}
