package org.lamina.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamina.layers.Cases.Case;
import org.lamina.spec.Layer;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

/// What a layer says it reads is where the gradient of its answer is not zero, for some input at least.
class ReadsTest {

    /// Their rule says "all", where in some settings there is less.
    private static final Set<String> COARSE = Set.of("rnn", "lstm", "gru", "multi-head-attention",
            "transformer-encoder", "transformer-decoder");
    private static final int CASES = 8;
    private static final int DRAWS = 400;

    /// All but those that take tokens alone, which have no gradient.
    static Stream<Layer> layers() {
        return Cases.layers().filter(layer -> layer.ports().max() > 0 && !layer.card().id().equals("embedding"));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void theGradientReachesWhatIsReadAndNothingElse(Layer layer) {
        List<Case> cases = Cases.fitting(layer).stream().filter(ReadsTest::isSmall).limit(CASES).toList();
        assertThat(cases).isNotEmpty();
        for (Case c : cases)
            for (int number : new int[]{0, (int) c.output().elements() / 2, (int) c.output().elements() - 1})
                check(c, number);
    }

    private static boolean isSmall(Case c) {
        return c.inputs().stream().allMatch(shape -> shape.elements() <= 200 && !shape.isTokens())
                && c.output().elements() <= 600 && !isConstant(c);
    }

    /// A number that is normalised on its own.
    private static boolean isConstant(Case c) {
        return c.layer().card().id().equals("group-norm") && c.output().elements() == c.output().channels();
    }

    private static void check(Case c, int number) {
        List<BitSet> expected = new ArrayList<>();
        for (int port = 0; port < c.inputs().size(); port++)
            expected.add(bits(c.layer().reads(port, c.inputs(), Region.at(places(number, c.output()))),
                    c.inputs().get(port)));
        List<BitSet> reached = reached(c, number, expected);
        for (int port = 0; port < expected.size(); port++)
            if (isCoarse(c)) {
                reached.get(port).andNot(expected.get(port));
                assertThat(reached.get(port)).as("%s, number %d, input %d", c, number, port).isEqualTo(new BitSet());
            } else
                assertThat(reached.get(port)).as("%s, number %d, input %d", c, number, port)
                        .isEqualTo(expected.get(port));
    }

    private static boolean isCoarse(Case c) {
        return COARSE.contains(c.layer().card().id());
    }

    private static List<BitSet> reached(Case c, int number, List<BitSet> enough) {
        Random random = new Random(number);
        List<BitSet> reached = new ArrayList<>(c.inputs().stream().map(_ -> new BitSet()).toList());
        try (Running running = new Running(c, 1)) {
            for (int draw = 0; draw < (isCoarse(c) ? 3 : DRAWS) && !reached.equals(enough); draw++) {
                for (int port = 0; port < c.inputs().size(); port++)
                    running.set(port, drawn(random, (int) c.inputs().get(port).elements()));
                List<float[]> gradients = running.gradientsOf(number);
                for (int port = 0; port < gradients.size(); port++)
                    mark(gradients.get(port), reached.get(port));
            }
        }
        return reached;
    }

    private static void mark(float[] gradient, BitSet reached) {
        for (int i = 0; i < gradient.length; i++)
            if (gradient[i] != 0)
                reached.set(i);
    }

    private static float[] drawn(Random random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++)
            numbers[i] = (float) random.nextGaussian();
        return numbers;
    }

    private static BitSet bits(Region region, Shape shape) {
        BitSet bits = new BitSet();
        for (int number = 0; number < shape.elements(); number++)
            bits.set(number, region.contains(places(number, shape)));
        return bits;
    }

    private static int[] places(int number, Shape shape) {
        int[] places = new int[shape.rank()];
        int rest = number;
        for (int axis = places.length - 1; axis >= 0; axis--) {
            places[axis] = rest % shape.size(axis);
            rest /= shape.size(axis);
        }
        return places;
    }
}
