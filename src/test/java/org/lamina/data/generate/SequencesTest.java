package org.lamina.data.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamina.data.DataException;
import org.lamina.data.DataSet;
import org.lamina.data.DataSource;
import org.lamina.data.Progress;
import org.lamina.spec.Params;

class SequencesTest {

    private static List<DataSource> generators() {
        return List.of(new Brackets(), new Counting(), new Sines());
    }

    @ParameterizedTest
    @MethodSource("generators")
    void samplesDependOnTheSeedAloneAndInfoIsTold(DataSource source) throws DataException {
        DataSet set = open(source);
        assertThat(set.info()).isEqualTo(source.info().orElseThrow());
        assertThat(input(open(Params.with(source, "samples", 50)), 17)).isEqualTo(input(set, 17));
        assertThat(input(open(Params.with(source, "seed", 2)), 17)).isNotEqualTo(input(set, 17));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void rowsAreCalledBalancedWhereEveryBracketIsClosedByItsKind(int kinds) throws DataException {
        DataSet set = open(new Brackets(kinds, 14, 1000, 1));
        for (int i = 0; i < 1000; i++)
            assertThat(isBalanced(text(set, i))).as(text(set, i)).isEqualTo(target(set, i)[0] == 1);
    }

    private static boolean isBalanced(String row) {
        Deque<Character> open = new ArrayDeque<>();
        for (char sign : row.stripTrailing().toCharArray()) {
            int closing = ")]}>".indexOf(sign);
            if (closing < 0)
                open.push(sign);
            else if (open.isEmpty() || open.pop() != "([{<".charAt(closing))
                return false;
        }
        return open.isEmpty();
    }

    @Test
    void numbersGrowByOneStepAndTheTargetIsTheNextToken() throws DataException {
        DataSet set = open(new Counting(30, 50, 5, 100, 3));
        for (int i = 0; i < 100; i++) {
            float[] input = input(set, i);
            assertThat(Arrays.copyOf(target(set, i), 29)).isEqualTo(Arrays.copyOfRange(input, 1, 30));
            int[] numbers = Arrays.stream(text(set, i).strip().split(" ")).mapToInt(Integer::parseInt).toArray();
            for (int n = 2; n < numbers.length - 1; n++)
                assertThat(numbers[n] - numbers[n - 1]).isEqualTo(numbers[1] - numbers[0]);
        }
    }

    /// A sampled sine obeys x(t+1) = 2·cos(ω)·x(t) − x(t−1), for the predicted value too.
    @Test
    void oneWaveWithoutNoiseObeysItsRecurrence() throws DataException {
        DataSet set = open(new Sines(1, 20, 1, 0, 50, 1));
        for (int i = 0; i < 50; i++) {
            float[] x = Arrays.copyOf(input(set, i), 21);
            x[20] = target(set, i)[0];
            int steep = Math.abs(x[5]) > Math.abs(x[8]) ? 5 : 8;
            double twiceCosine = (x[steep + 1] + x[steep - 1]) / (double) x[steep];
            for (int t = 1; t < 20; t++)
                assertThat((double) x[t + 1]).isCloseTo(twiceCosine * x[t] - x[t - 1], within(1e-3));
        }
    }

    private static DataSet open(DataSource source) throws DataException {
        return source.open(Path.of(""), Progress.NONE);
    }

    private static String text(DataSet set, int sample) {
        StringBuilder text = new StringBuilder();
        for (float token : input(set, sample))
            text.append(set.info().vocabulary().get((int) token));
        return text.toString();
    }

    private static float[] input(DataSet set, int sample) {
        float[] numbers = new float[(int) set.info().input().elements()];
        set.input(sample, numbers, 0);
        return numbers;
    }

    private static float[] target(DataSet set, int sample) {
        float[] numbers = new float[set.info().target().width()];
        set.target(sample, numbers, 0);
        return numbers;
    }
}
