package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
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
    /// Keeps a gradient of 0 from dividing by 0.
    private static final double NEARLY_ZERO = 1e-6;

    private final Map<String, NDArray> parameters;
    private final SequencedMap<String, NDArray> state = new LinkedHashMap<>();
    private final NDManager manager;
    private final double gradientLimit;
    private double learningRate;
    private long updates;

    Updater(Plan plan, NDManager manager, Map<String, NDArray> parameters) {
        this.parameters = parameters;
        this.manager = manager;
        learningRate = plan.learningRate();
        gradientLimit = plan.gradientLimit();
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
        if (gradientLimit > 0)
            shorten(learns);
        parameters.forEach((name, weight) -> {
            if (learns.test(name))
                update(name, weight);
            Torch.zeroGradient(weight);
        });
    }

    /// Shortens the gradient of some parameters together to the limit, as PyTorch's `clip_grad_norm_` does. Nothing is read
    /// back from the device.
    private void shorten(Predicate<String> learns) {
        try (NDManager scope = manager.newSubManager()) {
            NDList gradients = new NDList();
            parameters.forEach((name, weight) -> {
                NDArray gradient = learns.test(name) ? Torch.gradient(weight) : null;
                if (gradient != null)
                    gradients.add(gradient);
            });
            gradients.attach(scope);
            gradients.stream().map(g -> g.square().sum()).reduce(NDArray::add).ifPresent(squared -> {
                NDArray factor = squared.sqrt().add(NEARLY_ZERO).pow(-1).mul(gradientLimit).minimum(1);
                gradients.forEach(g -> g.muli(factor));
            });
        }
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
