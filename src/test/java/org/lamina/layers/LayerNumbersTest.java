package org.lamina.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamina.layers.Cases.Case;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.Params;
import org.lamina.tensor.Shape;

/// Shapes and numbers worked out by hand, or taken from libtorch where a comment says so.
class LayerNumbersTest {

    private static final float[] ONE_TO_NINE = {1, 2, 3, 4, 5, 6, 7, 8, 9};

    private static final Map<String, Object> PLAIN = Map.of("filters", 1, "kernel", 2, "padding", 0);

    static Stream<Arguments> answers() {
        return Stream.of(
                row("conv-2d", PLAIN, "1×3×3", ONE_TO_NINE, weights(1, 0, 0, -1), 0.5f, -3.5f, -3.5f, -3.5f, -3.5f),
                row("conv-2d", Map.of("filters", 1, "kernel", 2, "padding", 1, "stride", 3), "1×3×3", ONE_TO_NINE,
                        weights(1, 1, 1, 1), 0, 1, 3, 7, 9),
                row("conv-2d", Map.of("filters", 1, "kernel", 2, "stride", 2, "same", true), "1×3×3", ONE_TO_NINE,
                        weights(1, 1, 1, 1), 0, 12, 9, 15, 9),
                row("conv-2d", Map.of("filters", 1, "kernel", 2, "dilation", 2, "padding", 0), "1×3×3", ONE_TO_NINE,
                        weights(1, 1, 1, 1), 0, 20),
                row("conv-2d", Map.of("filters", 2, "kernel", 1, "padding", 0, "groups", 2), "2×1×2",
                        weights(1, 2, 3, 4), weights(10, 100), 0, 10, 20, 300, 400),
                row("depthwise-conv-2d", Map.of("multiplier", 2, "kernel", 1, "padding", 0), "2×1×1", weights(3, 5),
                        weights(1, 2, 10, 20), 0, 3, 6, 50, 100),
                row("conv-transpose-2d", with(PLAIN, "stride", 1), "1×2×2", weights(1, 2, 3, 4), weights(1, 2, 3, 4),
                        0, 1, 4, 4, 6, 20, 16, 9, 24, 16),
                row("conv-transpose-2d", with(PLAIN, "stride", 2), "1×2×2", weights(1, 2, 3, 4), weights(1, 2, 3, 4),
                        1, 2, 3, 3, 5, 4, 5, 7, 9, 4, 7, 5, 9, 10, 13, 13, 17),
                row("dense", Map.of("units", 2), "3", weights(1, 2, 3), weights(1, 0, -1, 2, 2, 2), 1, -1, 13),
                row("dense", Map.of("units", 1), "2×2", weights(1, 2, 3, 4), weights(1, 10), 0, 21, 43),
                row("max-pool-2d", Map.of("stride", 1), "1×3×3", ONE_TO_NINE, weights(), 0, 5, 6, 8, 9),
                row("average-pool-2d", Map.of("stride", 1), "1×3×3", ONE_TO_NINE, weights(), 0, 3, 4, 6, 7),
                row("average-pool-2d", Map.of("stride", 2, "padding", 1), "1×2×2", weights(4, 8, 12, 16), weights(), 0,
                        1, 2, 3, 4),
                row("global-average-pool", Map.of(), "2×1×2", weights(1, 3, 5, 9), weights(), 0, 2, 7),
                row("relu", Map.of(), "3", weights(-2, 0, 3), weights(), 0, 0, 0, 3),
                row("leaky-relu", Map.of("slope", 0.1), "3", weights(-2, 0, 3), weights(), 0, -0.2f, 0, 3),
                row("gelu", Map.of(), "3", weights(-1, 0, 1), weights(), 0, -0.158655f, 0, 0.841345f),
                row("silu", Map.of(), "3", weights(-1, 0, 1), weights(), 0, -0.268941f, 0, 0.731059f),
                row("sigmoid", Map.of(), "3", weights(-1, 0, 1), weights(), 0, 0.268941f, 0.5f, 0.731059f),
                row("tanh", Map.of(), "3", weights(-1, 0, 1), weights(), 0, -0.761594f, 0, 0.761594f),
                row("softmax", Map.of(), "3", weights(0, (float) Math.log(2), (float) Math.log(3)), weights(), 0,
                        1 / 6f, 1 / 3f, 1 / 2f),
                row("softmax", Map.of(), "2×1×2", weights(0, 5, (float) Math.log(3), 5), weights(), 0, 0.25f, 0.5f,
                        0.75f, 0.5f),
                row("layer-norm", Map.of(), "2", weights(1, 3), weights(), 0, -1, 1),
                row("layer-norm", Map.of(), "2×2", weights(1, 3, 10, 30), weights(), 0, -1, 1, -1, 1),
                row("dropout", Map.of(), "2", weights(1, 3), weights(), 0, 1, 3),
                row("flatten", Map.of(), "1×2×2", weights(1, 2, 3, 4), weights(), 0, 1, 2, 3, 4),
                row("reshape", Map.of("shape", Shape.sequence(2, 2)), "4", weights(1, 2, 3, 4), weights(), 0, 1, 2, 3,
                        4));
    }

    @ParameterizedTest(name = "{0} {1} on {2}")
    @MethodSource("answers")
    void answersAreThoseWorkedOutByHand(String id, Map<String, Object> parameters, Shape shape, float[] numbers,
            float[] weight, float bias, float[] expected) {
        try (Running running = new Running(layer(id, parameters), numbers, shape)) {
            if (weight.length > 0) {
                running.parameter("weight").set(weight);
                NDArray offsets = running.parameter("bias");
                offsets.set(filled(offsets.size(), bias));
            }
            if (id.equals("layer-norm")) {
                running.parameter("gamma").set(filled(2, 1));
                running.parameter("beta").set(filled(2, 0));
            }
            assertThat(running.forward(false).toFloatArray()).containsExactly(expected, within(1e-5f));
        }
    }

    @ParameterizedTest(name = "{1} {2} on {0}")
    @CsvSource({
            "3×224×224, conv-2d, filters=64 kernel=7 stride=2 padding=3, 64×112×112",
            "3×224×224, conv-2d, filters=64 kernel=11 stride=4 padding=2, 64×55×55",
            "1×28×28, conv-2d, filters=6 kernel=5 padding=2, 6×28×28",
            "3×5×7, conv-2d, filters=4 kernel=3 padding=0, 4×3×5",
            "3×5×7, conv-2d, filters=4 kernel=3 stride=2 same=true, 4×3×4",
            "3×9×9, conv-2d, filters=4 kernel=3 padding=0 dilation=3, 4×3×3",
            "4×6×6, depthwise-conv-2d, multiplier=3 stride=2, 12×3×3",
            "8×7×7, conv-transpose-2d, filters=4 kernel=4 stride=2 padding=1, 4×14×14",
            "1×1×1, conv-transpose-2d, filters=2 kernel=3 stride=5 padding=0, 2×3×3",
            "64×112×112, max-pool-2d, window=3 stride=2 padding=1, 64×56×56",
            "6×5×5, average-pool-2d, window=2 stride=2, 6×2×2",
            "512×7×7, global-average-pool, , 512",
            "512×7×7, flatten, , 25088",
            "25088, dense, units=4096, 4096",
            "10×32, dense, units=5, 10×5",
            "784, reshape, shape=1×28×28, 1×28×28"})
    void shapesAreThoseWorkedOutByHand(String input, String id, String parameters, String output) {
        assertThat(layer(id, values(parameters)).infer(List.of(Shape.parse(input))))
                .isEqualTo(Inferred.known(Shape.parse(output)));
    }

    @ParameterizedTest(name = "{1} {2} on {0}")
    @CsvSource(delimiter = '|', value = {
            "1×3×3 | conv-2d | kernel=5 padding=0 | needs at least 5 rows and columns with padding, got 3×3: use a kernel of at most 3, or more padding",
            "3×8×8 | conv-2d | groups=2 | needs groups that divide 3 channels and 32 filters, got 2: set groups to 1 or to a common divisor",
            "784 | conv-2d | | needs an image (channels×height×width), got 784: put a Reshape before it",
            "1×28×28 | dense | | needs a flat input, got 1×28×28: put a Flatten before it",
            "100 | reshape | | needs as many numbers as arrive, got 1×28×28 for 100: choose sizes whose product is 100",
            "1×8×8 | max-pool-2d | padding=2 | needs a padding of at most half the window, that is 1, got 2: a window would see nothing but padding",
            "4×5 | batch-norm | | needs an image (channels×height×width) or a flat input, got 4×5: put a Flatten before it",
            "1×16384×16384 | conv-2d | filters=2 | needs at most 268,435,456 numbers per sample, these settings give more: choose smaller ones"})
    void whatDoesNotFitIsRefusedInPlainWords(String input, String id, String parameters, String message) {
        assertThat(layer(id, values(parameters)).infer(List.of(Shape.parse(input))))
                .isInstanceOfSatisfying(Inferred.Refused.class, r -> assertThat(r.message()).isEqualTo(message));
    }

    @Test
    void sidesByTheMillionAreRefusedAndNotMultipliedOut() {
        Shape huge = Shape.image(2_000_000_000, 2_000_000_000, 2_000_000_000);
        assertThat(layer("input", Map.of("shape", huge)).infer(List.of())).isInstanceOf(Inferred.Refused.class);
    }

    @Test
    void mergesJoinByNumberAndByChannel() {
        List<Shape> two = List.of(Shape.image(1, 1, 2), Shape.image(1, 1, 2));
        assertThat(merged("add", two)).containsExactly(11, 22);
        assertThat(merged("concat", two)).containsExactly(1, 2, 10, 20);
    }

    private static float[] merged(String id, List<Shape> shapes) {
        try (Running running = new Running(new Case(Catalogue.layers().get(id), shapes), 1)) {
            running.inputs.get(0).set(new float[]{1, 2});
            running.inputs.get(1).set(new float[]{10, 20});
            return running.forward(false).toFloatArray();
        }
    }

    /// Channel of 1, 3, 5, 7: mean 4, variance 5 over the batch, 20/3 without bias.
    @Test
    void batchNormUsesTheBatchWhileTrainingAndRunningAveragesAfterwards() {
        try (Running running = new Running(layer("batch-norm", Map.of("momentum", 0.8)), new float[]{1, 3, 5, 7},
                Shape.image(1, 1, 2))) {
            running.parameter("gamma").set(new float[]{2});
            running.parameter("beta").set(new float[]{1});
            float unit = 2 / (float) Math.sqrt(5 + 1e-5);
            assertThat(running.forward(true).toFloatArray())
                    .containsExactly(new float[]{1 - 3 * unit, 1 - unit, 1 + unit, 1 + 3 * unit}, within(1e-5f));
            assertThat(running.parameter("runningMean").toFloatArray()).containsExactly(new float[]{0.8f},
                    within(1e-6f));
            float variance = 0.8f + 0.2f * 20 / 3;
            assertThat(running.parameter("runningVar").toFloatArray()).containsExactly(new float[]{variance},
                    within(1e-5f));
            float after = 2 / (float) Math.sqrt(variance + 1e-5);
            assertThat(running.forward(false).toFloatArray()).containsExactly(new float[]{1 + 0.2f * after,
                    1 + 2.2f * after, 1 + 4.2f * after, 1 + 6.2f * after}, within(1e-5f));
        }
    }

    @Test
    void dropoutSilencesItsShareAndScalesTheRest() {
        float[] ones = filled(10_000, 1);
        try (Running running = new Running(layer("dropout", Map.of("rate", 0.2)), ones, Shape.vector(10_000))) {
            float[] answer = running.forward(true).toFloatArray();
            int silent = 0;
            for (float number : answer) {
                assertThat(number).isIn(0f, 1.25f);
                silent += number == 0 ? 1 : 0;
            }
            assertThat(silent).isBetween(1_800, 2_200);
        }
    }

    /// A transposed convolution is the gradient of the convolution with the same filters with respect to its input;
    /// libtorch computes that one by its own code.
    @ParameterizedTest
    @CsvSource({"1,1,0", "3,1,1", "3,2,1", "4,2,1", "2,3,0", "5,3,2", "3,2,3"})
    void convTransposeIsTheGradientOfTheConvolution(int kernel, int stride, int padding) {
        Layer layer = layer("conv-transpose-2d",
                Map.of("filters", 3, "kernel", kernel, "stride", stride, "padding", padding, "bias", false));
        Case c = new Case(layer, List.of(Shape.image(2, 4, 5)));
        try (Running running = new Running(c, 2)) {
            NDArray small = running.inputs.get(0);
            NDArray large = small.getManager().zeros(Running.shape(2, c.output()));
            large.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDList convolved = Conv2d.conv2d(large, running.parameter("weight"), null, Blocks.square(stride),
                        Blocks.square(padding));
                collector.backward(convolved.head().mul(small).sum());
            }
            assertThat(running.forward(false).toFloatArray()).containsExactly(large.getGradient().toFloatArray(),
                    within(1e-4f));
        }
    }

    private static Arguments row(String id, Map<String, Object> parameters, String shape, float[] numbers,
            float[] weight, float bias, float... expected) {
        return Arguments.of(id, parameters, Shape.parse(shape), numbers, weight, bias, expected);
    }

    private static float[] weights(float... numbers) {
        return numbers;
    }

    private static float[] filled(long size, float value) {
        float[] numbers = new float[(int) size];
        Arrays.fill(numbers, value);
        return numbers;
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }

    private static Map<String, Object> values(@Nullable String text) {
        Map<String, Object> values = new HashMap<>();
        if (text != null && !text.isBlank())
            for (String pair : text.split(" ", -1))
                values.put(pair.split("=", -1)[0], pair.split("=", -1)[1]);
        return values;
    }

    private static Layer layer(String id, Map<String, Object> parameters) {
        return Params.with(Catalogue.layers().get(id), parameters);
    }
}
