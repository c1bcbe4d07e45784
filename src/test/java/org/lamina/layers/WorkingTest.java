package org.lamina.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamina.layers.Cases.Case;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Explaining;
import org.lamina.spec.Layer;
import org.lamina.spec.Numbers;
import org.lamina.spec.Params;
import org.lamina.spec.Working;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// The terms that layers give of a number make the number that PyTorch computes.
class WorkingTest {

    private static final int CELLS = 12;

    static Stream<Layer> explaining() {
        return Cases.layers().filter(Explaining.class::isInstance);
    }

    @Test
    void theLayersOfTheFirstLessonsExplainThemselves() {
        assertThat(explaining().map(layer -> layer.card().id())).contains("conv-2d", "depthwise-conv-2d", "max-pool-2d",
                "average-pool-2d", "global-average-pool", "dense", "batch-norm", "softmax", "add", "relu", "gelu",
                "sigmoid", "tanh");
    }

    @ParameterizedTest
    @MethodSource("explaining")
    void theTermsMakeTheEnginesNumber(Layer layer) {
        for (Case c : Cases.fitting(layer)) {
            assertCells(c, false);
            assertCells(c, true);
        }
    }

    private static void assertCells(Case c, boolean training) {
        Random random = new Random(1);
        try (Running running = new Running(c, 3)) {
            Map<String, Tensor> weights = weights(running);
            List<Tensor> inputs = running.inputs.stream().map(WorkingTest::tensor).toList();
            float[] answer = running.forward(training).toFloatArray();
            for (int i = 0; i < CELLS; i++) {
                int cell = random.nextInt((int) c.output().elements());
                Working working = ((Explaining) c.layer())
                        .working(new Numbers(c.inputs(), inputs, weights, cell, training));
                assertThat(working.result()).as("%s, number %d, training %s", c, cell, training)
                        .isCloseTo(answer[cell], within(1e-5 * Math.max(largest(c.layer()), Math.abs(answer[cell]))));
            }
        }
    }

    /// The largest real parameter, at least 1: where large terms cancel out, the engine's sum is as inexact as they are
    /// large.
    private static double largest(Layer layer) {
        return Params.in(layer).stream().map(param -> Params.get(layer, param.name()))
                .mapToDouble(value -> value instanceof Double number ? Math.abs(number) : 1).reduce(1, Math::max);
    }

    private static Map<String, Tensor> weights(Running running) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        running.named().forEach((name, array) -> {
            if (name.startsWith("weight."))
                weights.put(name.substring("weight.".length()), tensor(array));
        });
        return weights;
    }

    private static Tensor tensor(NDArray array) {
        int[] sizes = Arrays.stream(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
        return new Tensor(sizes, array.toFloatArray());
    }

    /// A 3×3 window at the corner of a 2×2 picture: one row and one column lie in the padding.
    @Test
    void paddingIsMarkedAndCountsNothing() {
        Layer conv = Catalogue.layers().get("conv-2d");
        Shape in = Shape.image(1, 2, 2);
        Numbers numbers = new Numbers(List.of(in), List.of(new Tensor(new int[]{1, 1, 2, 2}, new float[]{1, 2, 3, 4})),
                Map.of("weight", new Tensor(new int[]{32, 1, 3, 3}, new float[32 * 9]), "bias",
                        new Tensor(new int[]{32}, new float[32])),
                0, false);
        Working.Sum sum = (Working.Sum) ((Explaining) conv).working(numbers);
        assertThat(sum.parts().getFirst().values()).containsExactly(0, 0, 0, 0, 1, 2, 0, 3, 4);
        assertThat(sum.parts().getFirst().cells()).containsExactly(-1, -1, -1, -1, 0, 1, -1, 2, 3);
    }
}
