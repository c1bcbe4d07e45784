package org.lamina.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Pointwise;

class FlatTest {

    /// Where sech²(x), σ′(x) ÷ σ′(0) and exp(x) are 1 %, by pocket calculator.
    @ParameterizedTest(name = "{0} is flat below {1} and above {2}")
    @CsvSource({"relu, 0, Infinity", "relu6, 0, 6", "tanh, -2.99322, 2.99322", "sigmoid, -5.98645, 5.98645",
            "elu, -4.60517, Infinity", "hard-sigmoid, -3, 3", "leaky-relu, -Infinity, Infinity"})
    void functionsAreFlatWhereTheirSlopeIsBelowAHundredthOfTheSteepest(String layer, double below, double above) {
        Flat flat = Flat.of((Pointwise) Catalogue.layers().get(layer));
        close(flat.below(), below);
        close(flat.above(), above);
    }

    private static void close(double got, double expected) {
        if (Double.isInfinite(expected))
            assertThat(got).isEqualTo(expected);
        else
            assertThat(got).isCloseTo(expected, within(1e-3));
    }
}
