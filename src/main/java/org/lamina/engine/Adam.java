package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.lamina.project.Plan;

/// Adam (Kingma and Ba, 2015, algorithm 1), and AdamW where weight decay is decoupled (Loshchilov and Hutter, 2019).
/// ε is 1e-8, as PyTorch's.
final class Adam extends Updater {
    private static final double EPSILON = 1e-8;

    /// Floats, as the native call takes them: a correction by 0.999 of another precision would be off by 10⁻⁵.
    private final float beta1;
    private final float beta2;
    private final double weightDecay;
    private final boolean decoupled;

    Adam(Plan plan, NDManager manager, Map<String, NDArray> parameters, boolean decoupled) {
        super(plan, manager, parameters);
        beta1 = (float) plan.beta1();
        beta2 = (float) plan.beta2();
        weightDecay = plan.weightDecay();
        this.decoupled = decoupled;
        parameters.forEach((name, weight) -> {
            remembered(name + ".mean", weight);
            remembered(name + ".variance", weight);
        });
    }

    /// The native call adds ε to the uncorrected root, so both ε and the rate carry the correction.
    @Override
    void update(String name, NDArray weight, NDArray gradient) {
        double updates = (double) updates();
        double root = Math.sqrt(1 - Math.pow(beta2, updates));
        double rate = learningRate() * root / (1 - Math.pow(beta1, updates));
        Torch.adam(weight, gradient, remembered(name + ".mean", weight), remembered(name + ".variance", weight),
                (float) learningRate(), (float) rate, (float) weightDecay, beta1, beta2,
                (float) (EPSILON * root), decoupled);
    }
}
