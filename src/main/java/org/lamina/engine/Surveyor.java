package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.lamina.data.Batch;
import org.lamina.graph.NodeId;
import org.lamina.study.Health.Movement;

/// Measures how far a training step moves the weights of each node.
final class Surveyor implements Witness {

    private final Network network;
    private final Governor governor;
    private final Consumer<Map<NodeId, Movement>> measured;
    private final NDManager scope;
    private final Map<String, NDArray> before = new LinkedHashMap<>();

    Surveyor(Network network, Governor governor, Consumer<Map<NodeId, Movement>> measured) {
        this.network = network;
        this.governor = governor;
        this.measured = measured;
        scope = network.manager().newSubManager();
    }

    @Override
    public void stepped(Batch batch, Forward pass) {
        governor.measure(() -> network.trained().forEach((name, weight) -> {
            NDArray copy = weight.duplicate();
            copy.attach(scope);
            before.put(name, copy);
        }));
    }

    @Override
    public void updated() {
        governor.measure(() -> {
            Map<NodeId, Movement> movements = new LinkedHashMap<>();
            network.trained().forEach((name, weight) -> movements.merge(
                    new NodeId(name.substring(0, name.indexOf('.'))), movement(name, weight), Movement::and));
            measured.accept(movements);
        });
    }

    private Movement movement(String name, NDArray weight) {
        NDArray old = before.get(name);
        return old == null ? new Movement(0, 0) : new Movement(norm(old), norm(old.sub(weight)));
    }

    private static double norm(NDArray array) {
        return Math.sqrt(array.square().sum().getFloat());
    }

    @Override
    public void close() {
        scope.close();
    }
}
