package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.lamina.project.Optimizer;
import org.lamina.project.Plan;

/// Turns gradients into updates of the parameters, in place, and clears the gradients. Its state lives in the manager
/// given and is freed with it.
abstract sealed class Updater permits Adam, Sgd {

    private final Map<String, NDArray> parameters;
    private final SequencedMap<String, NDArray> state = new LinkedHashMap<>();
    private final NDManager manager;
    private double learningRate;
    private long updates;

    Updater(Plan plan, NDManager manager, Map<String, NDArray> parameters) {
        this.parameters = parameters;
        this.manager = manager;
        learningRate = plan.learningRate();
    }

    static Updater of(Plan plan, NDManager manager, Map<String, NDArray> parameters) {
        return switch (plan.optimizer()) {
            case ADAM, ADAM_W -> new Adam(plan, manager, parameters, plan.optimizer() == Optimizer.ADAM_W);
            case SGD -> new Sgd(plan, manager, parameters);
        };
    }

    final double learningRate() {
        return learningRate;
    }

    final void learningRate(double value) {
        learningRate = value;
    }

    /// Updates made, those before a resumed run included.
    final long updates() {
        return updates;
    }

    /// Begins one more update.
    final void begin() {
        updates++;
    }

    /// Updates some parameters and clears the gradients of all.
    ///
    /// @param learns which, by name
    final void update(Predicate<String> learns) {
        parameters.forEach((name, weight) -> {
            if (learns.test(name))
                update(name, weight);
            Torch.zeroGradient(weight);
        });
    }

    private void update(String name, NDArray weight) {
        try (NDArray gradient = Torch.gradient(weight)) {
            if (gradient != null)
                update(name, weight, gradient);
        }
    }

    /// Arrays of the state by name, for a checkpoint.
    final SequencedMap<String, NDArray> state() {
        return state;
    }

    final void resume(long updatesMade) {
        updates = updatesMade;
    }

    /// One parameter's update; the gradient may be used up.
    abstract void update(String name, NDArray weight, NDArray gradient);

    /// A state array as large as a parameter, zeros at first.
    final NDArray remembered(String name, NDArray like) {
        return state.computeIfAbsent(name, _ -> manager.zeros(like.getShape(), like.getDataType()));
    }
}
