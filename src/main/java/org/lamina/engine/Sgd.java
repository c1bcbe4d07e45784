package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.lamina.project.Plan;

/// Stochastic gradient descent with momentum as PyTorch defines it: v ← μ·v + g, w ← w − η·v.
final class Sgd extends Updater {
    private final double momentum;
    private final double weightDecay;

    Sgd(Plan plan, NDManager manager, Map<String, NDArray> parameters) {
        super(plan, manager, parameters);
        momentum = plan.momentum();
        weightDecay = plan.weightDecay();
        if (momentum > 0)
            parameters.forEach((name, weight) -> remembered(name + ".velocity", weight));
    }

    @Override
    void update(String name, NDArray weight, NDArray gradient) {
        if (weightDecay > 0)
            addScaled(gradient, weight, weightDecay);
        if (momentum == 0) {
            addScaled(weight, gradient, -learningRate());
            return;
        }
        NDArray velocity = remembered(name + ".velocity", weight);
        velocity.muli(momentum).addi(gradient);
        addScaled(weight, velocity, -learningRate());
    }

    private static void addScaled(NDArray to, NDArray added, double factor) {
        try (NDArray scaled = added.mul(factor)) {
            to.addi(scaled);
        }
    }
}
