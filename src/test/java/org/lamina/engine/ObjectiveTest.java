package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class ObjectiveTest {
    private static final Objective CLASSES = new Objective.Classes(3);
    private static final Objective VALUES = new Objective.Values(2);

    /// −log(e² / (e¹ + e² + e³)) = 1.40760596…, and a logit of 1000 neither overflows nor loses: loss 0.
    @Test
    void crossEntropyIsThatOfTheTextbookAndStable() {
        assertThat(loss(CLASSES, new float[]{1, 2, 3}, 1)).isCloseTo(1.407606f, within(1e-6f));
        assertThat(loss(CLASSES, new float[]{1000, 0, -1000}, 0)).isEqualTo(0f);
    }

    /// ((1 − 3)² + (5 − 4)²) / 2 = 2.5
    @Test
    void squaredErrorIsTheMeanOverAllNumbers() {
        assertThat(loss(VALUES, new float[]{1, 5}, 3, 4)).isEqualTo(2.5f);
    }

    /// Two samples of two time steps: of the first both are right, of the second one is.
    @Test
    void answersAtEveryTimeStepCountAsShares() {
        assertThat(new Objective.Classes(2).right(new float[]{0, 1, 1, 0, 0, 1, 0, 1}, new float[]{1, 0, 1, 0}, 2))
                .isEqualTo(1.5);
    }

    @Test
    void rightAnswersAreThoseWithTheLargestLogit() {
        assertThat(new Objective.Classes(2).right(new float[]{0, 1, 9, 3, 2, 2}, new float[]{1, 0, 1}, 3)).isEqualTo(2);
    }

    private static float loss(Objective objective, float[] answers, float... targets) {
        Torch.start();
        ByteBuffer bytes = ByteBuffer.allocateDirect(4 * targets.length).order(ByteOrder.nativeOrder());
        bytes.asFloatBuffer().put(targets);
        try (NDManager manager = Torch.newManager(Device.cpu())) {
            NDArray given = manager.create(answers, new Shape(1, answers.length));
            return objective.loss(given, objective.targets(given, bytes)).getFloat();
        }
    }
}
