package org.lamina.app.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CurveTest {

    private static Curve of(double... values) {
        Curve curve = new Curve();
        for (int i = 0; i < values.length; i++)
            curve.add(i + 1L, values[i]);
        return curve;
    }

    /// By hand with w = 0.5: s = 2, 4, 3; bias 0.5, 0.75, 0.875.
    @Test
    void smoothingHasNoBiasToZero() {
        Curve curve = of(4, 6, 2);
        assertThat(curve.smoothed(0, 0.5)).isEqualTo(4);
        assertThat(curve.smoothed(1, 0.5)).isCloseTo(16 / 3.0, within(1e-12));
        assertThat(curve.smoothed(2, 0.5)).isCloseTo(3 / 0.875, within(1e-12));
        assertThat(curve.smoothed(1, 0)).isEqualTo(6);
    }

    @Test
    void smoothingGoesOnAsTheCurveGrowsAndLeavesOutWhatIsNotFinite() {
        Curve grown = of(4, 6);
        grown.smoothed(1, 0.5);
        grown.add(3, Double.NaN);
        grown.add(4, 2);
        assertThat(grown.smoothed(2, 0.5)).isNaN();
        assertThat(grown.smoothed(3, 0.5)).isCloseTo(3 / 0.875, within(1e-12));
    }

    @Test
    void thinningKeepsTheExtremesAndTheEnds() {
        Curve curve = new Curve();
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++)
            curve.add(i, i == 54_321 ? 99 : i == 12_345 ? -99 : random.nextGaussian());
        double[][] thinned = curve.thinned(0, 99_999, 500, 0);
        assertThat(thinned[0]).hasSizeLessThanOrEqualTo(4 * 501).isSorted();
        assertThat(Arrays.stream(thinned[1]).max().orElseThrow()).isEqualTo(99);
        assertThat(Arrays.stream(thinned[1]).min().orElseThrow()).isEqualTo(-99);
        assertThat(thinned[0][0]).isZero();
        assertThat(thinned[0][thinned[0].length - 1]).isEqualTo(99_999);
    }

    @Test
    void fewPointsAreKeptAllWithOneBeyondEitherEdge() {
        assertThat(of(5, 6, 7, 8, 9).thinned(3, 3, 100, 0)).isDeepEqualTo(new double[][]{{2, 3, 4}, {6, 7, 8}});
    }

    @Test
    void nearestPointIsFoundByStep() {
        Curve curve = new Curve();
        assertThat(curve.nearest(3)).isEqualTo(-1);
        curve.add(10, 0);
        curve.add(20, 0);
        assertThat(new int[]{curve.nearest(-5), curve.nearest(14), curve.nearest(16), curve.nearest(99)})
                .containsExactly(0, 0, 1, 1);
    }

    @Test
    void numbersAreWrittenByStep() {
        RunCurves run = new RunCurves("Run 1");
        run.trainLoss().add(1, 2.5);
        run.trainAccuracy().add(1, 0.25);
        run.validationLoss().add(2, 1.5);
        assertThat(run.numbers().csv()).isEqualTo("""
                run,step,training loss,training accuracy 0-1,validation loss,validation accuracy 0-1
                Run 1,1,2.5,0.25,,
                Run 1,2,,,1.5,
                """.replace("\n", "\r\n"));
    }
}
