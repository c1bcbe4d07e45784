package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.graph.Inference;
import org.lamina.tensor.Safetensors;
import org.lamina.tensor.Tensor;

class NetworkTest {

    @Test
    void weightsComeBackExactlyFromTheirFile(@TempDir Path folder) throws Exception {
        try (Network saved = network(1); Network loaded = network(2)) {
            Path file = folder.resolve("weights.safetensors");
            new Safetensors(saved.weights(), Map.of()).write(file);
            assertThat(loaded.weights()).isNotEqualTo(saved.weights());
            loaded.load(Safetensors.read(file).tensors());
            assertThat(loaded.weights()).isEqualTo(saved.weights());
        }
    }

    @Test
    void weightsOfAnotherNetworkAreRefusedByName() throws Exception {
        try (Network network = network(1)) {
            Map<String, Tensor> other = new LinkedHashMap<>(network.weights());
            other.remove("last.bias");
            other.put("last.weight", new Tensor(new int[]{2, 5}, new float[10]));
            other.put("extra.weight", new Tensor(new int[]{1}, new float[1]));
            assertThatThrownBy(() -> network.load(other)).isInstanceOf(WeightsException.class)
                    .hasMessageContainingAll("'last.weight' is 10×196 in the network, 2×5 in the file",
                            "the network needs 'last.bias', the file has none",
                            "the file has 'extra.weight', the network does not");
        }
    }

    private static Network network(int seed) throws Exception {
        Torch.start();
        return new Network(Inference.of(Rig.digits(Rig.plan(Map.of())).graph(), null), Device.cpu(), seed);
    }
}
