package org.lamina.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamina.layers.Cases.Case;
import org.lamina.spec.Cards;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.Param;
import org.lamina.spec.Params;
import org.lamina.spec.Remedy;
import org.lamina.spec.Role;
import org.lamina.tensor.Shape;

/// What every layer of the catalogue keeps to.
class LayerContractTest {

    private static final String LAYERS = "org.lamina.layers.Cases#layers";

    /// Files refer to them.
    @Test
    void idsStay() {
        assertThat(Cases.layers().map(l -> l.card().id())).contains("""
                input token-input noise-input output dense flatten reshape permute slice embedding positional-encoding scale-shift
                dropout spatial-dropout gaussian-noise reroute
                conv-1d conv-2d conv-3d depthwise-conv-2d separable-conv-2d conv-transpose-1d conv-transpose-2d
                max-pool-1d max-pool-2d max-pool-3d average-pool-1d average-pool-2d average-pool-3d lp-pool-2d
                adaptive-average-pool-2d global-average-pool global-max-pool
                zero-pad-2d crop-2d upsample-2d pixel-shuffle
                batch-norm layer-norm group-norm instance-norm rms-norm local-response-norm
                relu relu6 leaky-relu prelu elu selu gelu silu mish softplus sigmoid hard-sigmoid hard-swish tanh softmax
                log-softmax
                add subtract multiply average maximum matmul concat real-or-generated
                rnn lstm gru
                multi-head-attention transformer-encoder transformer-decoder patch-embedding squeeze-excite
                """.strip().split("\\s+"));
    }

    @ParameterizedTest
    @MethodSource(LAYERS)
    void someShapesFit(Layer layer) {
        assertThat(Cases.fitting(layer)).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @MethodSource(LAYERS)
    void theRuleGivesTheEnginesShape(Layer layer) {
        for (Case c : Cases.fitting(layer))
            try (Running running = new Running(c, 2)) {
                assertThat(running.forward(false).getShape()).as("%s", c).isEqualTo(Running.shape(2, c.output()));
            }
    }

    @ParameterizedTest
    @MethodSource(LAYERS)
    void theCostCountsTheBlocksTrainedNumbers(Layer layer) {
        for (Case c : Cases.fitting(layer))
            try (Running running = new Running(c, 1)) {
                assertThat(c.layer().cost(c.inputs()).parameters()).as("%s", c)
                        .isEqualTo(running.trained().stream().mapToLong(NDArray::size).sum());
            }
    }

    @ParameterizedTest
    @MethodSource(LAYERS)
    void channelsLastOrderGivesTheSameNumbers(Layer layer) {
        for (Case c : Cases.fitting(layer))
            try (Running running = new Running(c, 2)) {
                NDList views = running.channelsLast();
                assertThat(running.forward(views, false).toFloatArray()).as("%s", c)
                        .containsExactly(running.forward(false).toFloatArray(), within(1e-4f));
            }
    }

    @ParameterizedTest
    @MethodSource(LAYERS)
    void gradientsAreThoseOfFiniteDifferences(Layer layer) {
        List<Case> small = Cases.fitting(layer).stream().filter(LayerContractTest::isSmall).limit(5).toList();
        assertThat(small).isNotEmpty();
        for (Case c : small)
            try (Running running = new Running(c, 2)) {
                for (NDArray leaf : running.differentiate())
                    assertGradient(c, running, leaf);
            }
    }

    private static boolean isSmall(Case c) {
        long inputs = c.inputs().stream().mapToLong(s -> s.elements()).sum();
        return inputs + c.layer().cost(c.inputs()).parameters() <= 160 && c.output().elements() <= 2000;
    }

    private static void assertGradient(Case c, Running running, NDArray leaf) {
        float[] gradient;
        try (NDArray gathered = leaf.getGradient()) {
            gradient = gathered == null ? new float[(int) leaf.size()] : gathered.toFloatArray();
        }
        float[] values = leaf.toFloatArray();
        double scale = 1;
        for (float g : gradient)
            scale = Math.max(scale, Math.abs(g));
        for (int i = 0; i < values.length; i++)
            assertThat((double) gradient[i]).as("%s, number %d of %s", c, i, leaf.getShape())
                    .isCloseTo(slope(running, leaf, values, i, gradient[i], 0.01 * scale), within(0.01 * scale));
    }

    /// By a step of 0.004; where that is off, by a smaller one, which a kink near by, as of a ReLU within, bends less.
    private static double slope(Running running, NDArray leaf, float[] values, int i, double expected, double off) {
        double slope = slope(running, leaf, values, i, 0.004f);
        return Math.abs(slope - expected) <= off ? slope : slope(running, leaf, values, i, 0.0005f);
    }

    private static double slope(Running running, NDArray leaf, float[] values, int i, float step) {
        float[] moved = values.clone();
        moved[i] = values[i] + step;
        leaf.set(moved);
        double above = running.weighted();
        moved[i] = values[i] - step;
        leaf.set(moved);
        double below = running.weighted();
        leaf.set(values);
        return (above - below) / (2 * step);
    }

    @ParameterizedTest
    @MethodSource(LAYERS)
    void refusalsSayWhatWasNeededWhatCameAndWhatToDo(Layer layer) {
        for (Case c : Cases.of(layer))
            if (c.answer() instanceof Inferred.Refused refused) {
                assertThat(refused.message()).as("%s", c).startsWith("needs ").contains(", got ", ": ");
                if (refused.parameter() != null)
                    assertThat(Params.find(layer.getClass(), refused.parameter())).as("%s", c).isNotNull();
                refused.remedies().forEach(remedy -> assertRemedy(c, refused, remedy));
            }
    }

    /// A remedy solves what was refused; another problem may show behind it.
    private static void assertRemedy(Case c, Inferred.Refused refused, Remedy remedy) {
        List<Shape> inputs = new ArrayList<>(c.inputs());
        Layer layer = switch (remedy) {
            case Remedy.Set(_, String parameter, Object value) -> Params.with(c.layer(), parameter, value);
            case Remedy.Insert(_, int port, String id, var parameters) -> {
                Layer inserted = Params.with(Catalogue.layers().get(id), parameters);
                inputs.set(port, inserted.output(List.of(inputs.get(port))));
                yield c.layer();
            }
        };
        assertThat(Params.violations(layer)).as("%s after %s", c, remedy).isEmpty();
        assertThat(layer.infer(inputs)).as("%s after %s", c, remedy).isNotEqualTo(refused)
                .satisfiesAnyOf(answer -> assertThat(answer).isInstanceOf(Inferred.Known.class),
                        answer -> assertThat(((Inferred.Refused) answer).parameter())
                                .isNotEqualTo(refused.parameter()));
    }

    @ParameterizedTest
    @MethodSource(LAYERS)
    void everythingIsExplained(Layer layer) {
        assertThat(layer.card().id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(Cards.help(layer.getClass())).contains("**Shape**");
        assertThat(layer.getClass().getPackageName()).endsWith(layer.card().family().name().toLowerCase(Locale.ROOT));
        for (Param param : Params.of(layer.getClass())) {
            assertThat(param.help()).as(param.name()).endsWith(".");
            if (param.isNumber())
                assertThat(param.soft()).as(param.name()).isBetween(param.min(), param.max());
        }
        assertThat(Params.violations(layer)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(LAYERS)
    void valuesMakeAnEqualLayer(Layer layer) {
        for (Case c : Cases.of(layer))
            assertThat(Params.with(layer, Params.values(c.layer()))).isEqualTo(c.layer());
    }

    @ParameterizedTest
    @MethodSource(LAYERS)
    void thePythonExpressionsAreBalanced(Layer layer) {
        for (Case c : Cases.fitting(layer))
            for (String source : List.of(c.layer().torch(c.inputs()), c.layer().keras(c.inputs())))
                assertThat(balance(source)).as(source).isZero();
    }

    private static int balance(String source) {
        return source.chars().map(ch -> ch == '(' ? 1 : ch == ')' ? -1 : 0).sum();
    }

    @Test
    void onlyInputsBringSamplesInAndOnlyOutputsEnd() {
        assertThat(Stream.of(Role.SOURCE, Role.NOISE, Role.SINK)
                .map(role -> Cases.layers().filter(l -> l.role() == role).map(l -> l.card().id()).toList()))
                .containsExactly(List.of("input", "token-input"), List.of("noise-input"), List.of("output"));
    }
}
