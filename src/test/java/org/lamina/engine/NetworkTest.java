package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.compile.Tap;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.spec.Cost;
import org.lamina.spec.Noise;
import org.lamina.template.Template;
import org.lamina.tensor.Safetensors;
import org.lamina.tensor.Shape;
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

    @Test
    void ofVeryManyWeightsTheFirstRowsAreRead() throws Exception {
        try (Network network = network(1)) {
            NDArray weight = network.kernel(new NodeId("last")).orElseThrow();
            int before = Rig.arrays();
            Tensor all = Network.readFirst(weight, 1960);
            assertThat(all.sizes()).containsExactly(10, 196);
            Tensor first = Network.readFirst(weight, 2 * 196 + 1);
            assertThat(first.sizes()).containsExactly(2, 196);
            assertThat(first.values()).isEqualTo(Arrays.copyOf(all.values(), 2 * 196));
            assertThat(Network.readFirst(weight, 1).sizes()).containsExactly(1, 196);
            assertThat(Rig.arrays()).isEqualTo(before);
        }
    }

    /// VGG-16 as published takes 15.5 billion multiply-adds and 115 MB of activations for each picture of 224×224.
    @Test
    void ofALargeNetworkNoMoreSamplesGoThroughTogetherThanATrainingStepTakes() {
        Cost small = new Cost(1000, 1_000_000, 100_000);
        Cost large = Inference.of(Template.all().get("vgg-16").published().orElseThrow().graph(), null).total();
        assertThat(Model.atOnce(256, small, 16)).isEqualTo(256);
        assertThat(Model.atOnce(256, large, 16)).isEqualTo(16);
        assertThat(Model.atOnce(8, large, 16)).isEqualTo(8);
        assertThat(Model.atOnce(256, new Cost(1000, 1000, 100_000_000), 1)).isEqualTo(2);
    }

    /// Two noise inputs of 300 numbers each, and what comes of 40 samples. While training, numbers are fresh and of their
    /// distribution; otherwise they are the same every time, and drawing them leaves the engine's generator as it is.
    @Test
    void noiseIsFreshWhileTrainingAndTheSameOtherwise() throws Exception {
        Torch.start();
        var graph = Graph.of(List.of(Rig.node("in", "input", Map.of("shape", Shape.vector(300))),
                Rig.node("normal", "noise-input", Map.of("size", 300)),
                Rig.node("even", "noise-input", Map.of("size", 300, "distribution", Noise.UNIFORM)),
                Rig.node("all", "concat", Map.of()), Rig.node("out", "output", Map.of())),
                List.of(new Wire("in", "all"), new Wire("normal", "all", 1), new Wire("even", "all", 2),
                        new Wire("all", "out")));
        try (Network network = new Network(Inference.of(graph, null), Device.cpu(), 1);
                NDManager step = network.manager().newSubManager()) {
            Torch.seed(5);
            float[] fresh = answer(network, step, true);
            Torch.seed(5);
            float[] same = answer(network, step, false);
            assertThat(answer(network, step, false)).isEqualTo(same).isNotEqualTo(fresh);
            assertThat(answer(network, step, true)).isEqualTo(fresh);
            assertThat(answer(network, step, true)).isNotEqualTo(fresh);
            for (float[] drawn : List.of(fresh, same)) {
                assertThat(moments(drawn, 0)).containsExactly(new double[]{1, 0}, within(1e-6));
                assertThat(moments(drawn, 300)).containsExactly(new double[]{0, 1}, within(0.03));
                assertThat(moments(drawn, 600)).containsExactly(new double[]{0, Math.sqrt(1 / 3.0)}, within(0.02));
            }
        }
    }

    private static float[] answer(Network network, NDManager step, boolean training) {
        return network.answer(step.ones(new ai.djl.ndarray.types.Shape(40, 300)), training, Tap.NONE).toFloatArray();
    }

    /// Mean and standard deviation of 300 columns of 40 rows of 900 numbers.
    private static double[] moments(float[] numbers, int from) {
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < 40; row++)
            for (int i = from; i < from + 300; i++) {
                sum += numbers[row * 900 + i];
                squares += (double) numbers[row * 900 + i] * numbers[row * 900 + i];
            }
        double mean = sum / 12_000;
        return new double[]{mean, Math.sqrt(Math.max(0, squares / 12_000 - mean * mean))};
    }

    private static Network network(int seed) throws Exception {
        Torch.start();
        return new Network(Inference.of(Rig.digits(Rig.plan(Map.of())).graph(), null), Device.cpu(), seed);
    }
}
