package org.lamina.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against the filters that the field names its orientations by: Gabor's, of known direction, and round ones.
class OrientationTest {

    private static final int SIZE = 9;

    private interface Pattern {
        double at(double x, double y);
    }

    private static Orientation of(Pattern pattern) {
        float[] plane = new float[SIZE * SIZE];
        for (int row = 0; row < SIZE; row++)
            for (int column = 0; column < SIZE; column++)
                plane[row * SIZE + column] = (float) pattern.at(column - 4, row - 4);
        return Orientation.of(new float[][]{plane}, SIZE, SIZE);
    }

    private static double round(double x, double y, double width) {
        return Math.exp(-(x * x + y * y) / (2 * width * width));
    }

    /// Lines at an angle against the horizontal, counted upwards as on paper.
    @ParameterizedTest
    @ValueSource(doubles = {0, 30, 45, 90, 120, 150})
    void linesOfAGaborFilterAreFoundAtTheirAngle(double degrees) {
        double angle = Math.toRadians(degrees);
        Orientation found = of(
                (x, y) -> round(x, y, 2) * Math.sin(1.6 * (x * Math.sin(angle) + y * Math.cos(angle))));
        assertThat(found.selectivity()).isGreaterThan(0.5);
        double off = Math.abs(found.degrees() - degrees) % 180;
        assertThat(Math.min(off, 180 - off)).isCloseTo(0, within(6.0));
    }

    @Test
    void roundPatternsHaveNoDirection() {
        assertThat(of((x, y) -> round(x, y, 1.5)).selectivity()).isLessThan(0.1);
        assertThat(of((x, y) -> round(x, y, 1) - 0.25 * round(x, y, 2)).selectivity()).isLessThan(0.15);
    }
}
