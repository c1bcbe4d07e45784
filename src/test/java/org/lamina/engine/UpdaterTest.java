package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamina.project.Optimizer;
import org.lamina.project.Plan;

/// Two updates by the engine against the papers' formulas in double precision. The loss is a sum of squares, so that
/// the gradient is twice the weight.
class UpdaterTest {
    private static final double[] START = {1, -2, 0.5};
    private static final double RATE = 0.1;
    private static final double DECAY = 0.2;
    private static final double MOMENTUM = 0.8;

    @ParameterizedTest
    @CsvSource({"ADAM, 0.9, 0.999", "ADAM, 0.5, 0.99", "ADAM_W, 0.9, 0.999", "ADAM_W, 0, 0.9", "SGD, 0.5, 0.5"})
    void twoUpdatesAreThoseOfTheFormulas(Optimizer optimizer, double beta1, double beta2) {
        Torch.start();
        Plan plan = Rig.plan(Map.of("optimizer", optimizer, "learningRate", RATE, "weightDecay", DECAY, "momentum",
                MOMENTUM, "beta1", beta1, "beta2", beta2));
        try (NDManager manager = Torch.newManager(Device.cpu())) {
            NDArray weight = manager.create(new float[]{1, -2, 0.5f});
            weight.setRequiresGradient(true);
            Updater updater = Updater.of(plan, manager, Map.of("w", weight));
            for (int i = 0; i < 2; i++)
                try (NDManager step = manager.newSubManager()) {
                    NDArray loss = Torch.recording(() -> weight.square().sum());
                    loss.attach(step);
                    Torch.backward(loss, step.ones(loss.getShape()));
                    updater.begin();
                    updater.update(_ -> true);
                }
            float[] got = weight.toFloatArray();
            for (int i = 0; i < START.length; i++)
                assertThat((double) got[i]).isCloseTo(expected(plan, START[i]), within(1e-6));
        }
    }

    /// Two parameters whose gradient together is 13 long: the limit shortens both by the same factor, or neither.
    @ParameterizedTest
    @CsvSource({"6.5, 0.5", "13.1, 1", "0, 1"})
    void gradientIsShortenedToTheLimitAsAWhole(double limit, double factor) {
        Torch.start();
        Plan plan = Rig.plan(Map.of("optimizer", Optimizer.SGD, "learningRate", 1.0, "momentum", 0.0, "gradientLimit",
                limit));
        try (NDManager manager = Torch.newManager(Device.cpu())) {
            NDArray first = manager.create(new float[]{3, 4});
            NDArray second = manager.create(new float[]{12});
            Map<String, NDArray> weights = Map.of("a", first, "b", second);
            weights.values().forEach(w -> w.setRequiresGradient(true));
            Updater updater = Updater.of(plan, manager, weights);
            try (NDManager step = manager.newSubManager()) {
                NDArray loss = Torch.recording(() -> first.square().sum().add(second.square().sum()).div(2));
                loss.attach(step);
                Torch.backward(loss, step.ones(loss.getShape()));
                updater.begin();
                updater.update(_ -> true);
            }
            assertThat(first.toFloatArray()).containsExactly(
                    new float[]{(float) (3 - 3 * factor), (float) (4 - 4 * factor)}, within(1e-5f));
            assertThat(second.toFloatArray()).containsExactly(new float[]{(float) (12 - 12 * factor)}, within(1e-5f));
        }
    }

    /// As those of tokens that hardly ever come: gradients of 0 and gradients whose squares underflow.
    @ParameterizedTest
    @EnumSource
    void vanishingGradientsLeaveWeightsFinite(Optimizer optimizer) {
        Torch.start();
        Plan plan = Rig.plan(Map.of("optimizer", optimizer, "learningRate", 0.001, "weightDecay", 0.01));
        try (NDManager manager = Torch.newManager(Device.cpu())) {
            NDArray weight = manager.create(new float[]{1, 1, 1, 1, 1});
            weight.setRequiresGradient(true);
            NDArray slopes = manager.create(new float[]{0, 1e-38f, 1e-30f, 1e-22f, 1e-12f});
            Updater updater = Updater.of(plan, manager, Map.of("w", weight));
            for (int i = 0; i < 300; i++)
                try (NDManager step = manager.newSubManager()) {
                    NDArray loss = Torch.recording(() -> weight.mul(slopes).sum());
                    loss.attach(step);
                    Torch.backward(loss, step.ones(loss.getShape()));
                    updater.begin();
                    updater.update(_ -> true);
                }
            for (float value : weight.toFloatArray())
                assertThat(value).isBetween(0.5f, 1f);
        }
    }

    private static double expected(Plan plan, double start) {
        return switch (plan.optimizer()) {
            case ADAM -> adam(plan, start, DECAY, 0);
            case ADAM_W -> adam(plan, start, 0, DECAY);
            case SGD -> sgd(start);
        };
    }

    private static double adam(Plan plan, double start, double coupled, double decoupled) {
        double b1 = plan.beta1();
        double b2 = plan.beta2();
        double w = start;
        double m = 0;
        double v = 0;
        for (int t = 1; t <= 2; t++) {
            double g = 2 * w + coupled * w;
            w -= RATE * decoupled * w;
            m = b1 * m + (1 - b1) * g;
            v = b2 * v + (1 - b2) * g * g;
            w -= RATE * (m / (1 - Math.pow(b1, t))) / (Math.sqrt(v / (1 - Math.pow(b2, t))) + 1e-8);
        }
        return w;
    }

    private static double sgd(double start) {
        double w = start;
        double velocity = 0;
        for (int t = 1; t <= 2; t++) {
            velocity = MOMENTUM * velocity + 2 * w + DECAY * w;
            w -= RATE * velocity;
        }
        return w;
    }
}
