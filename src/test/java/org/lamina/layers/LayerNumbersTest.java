package org.lamina.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamina.layers.Cases.Case;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.Params;
import org.lamina.spec.Role;
import org.lamina.tensor.Shape;

/// Shapes and numbers worked out by hand, in the tables beside this class, or taken from libtorch where a comment says
/// so.
class LayerNumbersTest {

    @ParameterizedTest(name = "{0} {1} on {2}")
    @CsvFileSource(resources = "numbers.txt", delimiter = '|')
    void answersAreThoseWorkedOutByHand(String id, @Nullable String parameters, String shapes, String numbers,
            @Nullable String weights, String answer) {
        List<float[]> arriving = each(numbers, LayerNumbersTest::floats);
        List<Shape> inputs = each(shapes, LayerNumbersTest::shape);
        int batch = arriving.getFirst().length / (int) inputs.getFirst().elements();
        try (Running running = new Running(new Case(layer(id, values(parameters)), inputs), batch)) {
            for (int port = 0; port < inputs.size(); port++)
                running.set(port, arriving.get(port));
            weights(weights).forEach((name, value) -> {
                NDArray parameter = running.parameter(name);
                parameter.set(value.length == 1 ? filled(parameter.size(), value[0]) : value);
            });
            assertThat(running.forward(false).toFloatArray()).containsExactly(floats(answer), within(1e-5f));
        }
    }

    @ParameterizedTest(name = "{1} {2} on {0}")
    @CsvFileSource(resources = "shapes.txt", delimiter = '|')
    void shapesAreThoseWorkedOutByHand(String inputs, String id, @Nullable String parameters, String output) {
        assertThat(layer(id, values(parameters)).infer(each(inputs, LayerNumbersTest::shape)))
                .isEqualTo(Inferred.known(Shape.parse(output)));
    }

    @ParameterizedTest(name = "{1} {2} on {0}")
    @CsvFileSource(resources = "refusals.txt", delimiter = '|')
    void whatDoesNotFitIsRefusedInPlainWords(String inputs, String id, @Nullable String parameters, String message) {
        assertThat(layer(id, values(parameters)).infer(each(inputs, LayerNumbersTest::shape)))
                .isInstanceOfSatisfying(Inferred.Refused.class, r -> assertThat(r.message()).isEqualTo(message));
    }

    /// `3 tokens of 7` or sizes.
    private static Shape shape(String text) {
        String[] tokens = text.split(" tokens of ", 2);
        return tokens.length == 1 ? Shape.parse(text)
                : Shape.tokens(Integer.parseInt(tokens[0].strip()), Integer.parseInt(tokens[1].strip()));
    }

    /// A row that is forgotten would not fail.
    @Test
    void everyLayerHasNumbersOfItsOwn() throws IOException {
        try (InputStream rows = getClass().getResourceAsStream("numbers.txt")) {
            List<String> ids = new String(rows.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(row -> row.split(" ", 2)[0]).toList();
            assertThat(ids).containsAll(Cases.layers().filter(l -> l.role() == Role.INNER)
                    .map(l -> l.card().id()).filter(id -> !id.equals("batch-norm")).toList());
        }
    }

    @Test
    void sidesByTheMillionAreRefusedAndNotMultipliedOut() {
        Shape huge = Shape.image(2_000_000_000, 2_000_000_000, 2_000_000_000);
        assertThat(layer("input", Map.of("shape", huge)).infer(List.of())).isInstanceOf(Inferred.Refused.class);
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

    @Test
    void spatialDropoutSilencesWholeChannels() {
        float[] ones = filled(2_000 * 3, 1);
        try (Running running = new Running(layer("spatial-dropout", Map.of("rate", 0.2)), ones,
                Shape.image(2_000, 1, 3))) {
            float[] answer = running.forward(true).toFloatArray();
            int silent = 0;
            for (int channel = 0; channel < 2_000; channel++) {
                float first = answer[3 * channel];
                assertThat(first).isIn(0f, 1.25f);
                assertThat(Arrays.copyOfRange(answer, 3 * channel, 3 * channel + 3)).containsOnly(first);
                silent += first == 0 ? 1 : 0;
            }
            assertThat(silent).isBetween(340, 460);
        }
    }

    @Test
    void gaussianNoiseHasItsDeviation() {
        try (Running running = new Running(layer("gaussian-noise", Map.of("deviation", 0.5)), new float[10_000],
                Shape.vector(10_000))) {
            double squares = 0;
            for (float number : running.forward(true).toFloatArray())
                squares += number * number;
            assertThat(Math.sqrt(squares / 10_000)).isCloseTo(0.5, within(0.02));
        }
    }

    /// A transposed convolution is the gradient of the convolution with the same filters with respect to its input;
    /// libtorch computes that one by its own code.
    @ParameterizedTest
    @CsvSource({"1,1,0,1,1", "3,1,1,1,1", "3,2,1,1,1", "4,2,1,1,2", "2,3,0,1,1", "5,3,2,1,2", "3,2,3,1,1", "3,2,1,3,1",
            "2,1,0,2,2"})
    void convTransposeIsTheGradientOfTheConvolution(int kernel, int stride, int padding, int dilation, int groups) {
        Layer layer = layer("conv-transpose-2d",
                Map.of("filters", 4, "kernel", kernel, "stride", stride, "padding", padding, "dilation", dilation,
                        "groups", groups, "bias", false));
        Case c = new Case(layer, List.of(Shape.image(2, 4, 5)));
        try (Running running = new Running(c, 2)) {
            NDArray small = running.inputs.get(0);
            NDArray large = small.getManager().zeros(Running.shape(2, c.output()));
            large.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDList convolved = Conv2d.conv2d(large, running.parameter("weight"), null, Space.PLANE.each(stride),
                        Space.PLANE.each(padding), Space.PLANE.each(dilation), groups);
                collector.backward(convolved.head().mul(small).sum());
            }
            assertThat(running.forward(false).toFloatArray()).containsExactly(large.getGradient().toFloatArray(),
                    within(1e-4f));
        }
    }

    private static <T> List<T> each(String text, Function<String, T> read) {
        return Arrays.stream(text.split(";", -1)).map(String::strip).map(read).toList();
    }

    private static float[] floats(String text) {
        String[] words = text.split(" ", -1);
        float[] numbers = new float[words.length];
        for (int i = 0; i < numbers.length; i++)
            numbers[i] = Float.parseFloat(words[i]);
        return numbers;
    }

    /// `weight=1 0, bias=0.5`: numbers by parameter.
    private static Map<String, float[]> weights(@Nullable String text) {
        Map<String, float[]> weights = new HashMap<>();
        if (text != null)
            for (String pair : text.split(", ", -1))
                weights.put(pair.split("=", -1)[0], floats(pair.split("=", -1)[1]));
        return weights;
    }

    private static float[] filled(long size, float value) {
        float[] numbers = new float[(int) size];
        Arrays.fill(numbers, value);
        return numbers;
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
