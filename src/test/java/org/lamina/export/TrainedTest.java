package org.lamina.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamina.project.Loss;
import org.lamina.project.Task;
import org.lamina.tensor.Tensor;

class TrainedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "CLASSIFICATION | USUAL | cat dog | A number for each class (logit): the largest is the answer, softmax makes probabilities of them",
            "CLASSIFICATION | BINARY_CROSS_ENTROPY | cat dog | One number (logit): above 0 the answer is dog, below 0 cat; the sigmoid of it is the probability of dog",
            "CLASSIFICATION | BINARY_CROSS_ENTROPY | cat dog cow | A number for each class (logit), of which the sigmoid makes a probability: the largest is the answer",
            "REGRESSION | BINARY_CROSS_ENTROPY | rain snow | A number (logit) for each of rain, snow, of which the sigmoid makes a probability",
            "RECONSTRUCTION | BINARY_CROSS_ENTROPY | cat dog | The sample given back, as logits: the sigmoid makes numbers from 0 to 1 of them",
            "ADVERSARIAL | BINARY_CROSS_ENTROPY | cat dog | A generated sample"})
    void whatTheNumbersMeanIsSaidOfEveryLoss(Task task, Loss loss, String labels, String meaning) {
        Trained network = new Trained("n", Networks.leNet(), task, loss, List.of(labels.split(" ", -1)), "", Map.of(),
                new Tensor(new int[]{1, 1, 28, 28}, new float[784]), Map.of());
        assertThat(network.meaning()).isEqualTo(meaning);
    }
}
