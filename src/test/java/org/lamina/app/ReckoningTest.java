package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lamina.spec.Working;
import org.lamina.spec.Working.Part;

class ReckoningTest {

    private static final Part WINDOW = new Part("channel 1", 0, 2, new float[]{1, 2, 3, 0}, new float[]{1, -1, 2, 5},
            new int[]{0, 1, 2, -1});

    @Test
    void oneChannelIsSummedNumberByNumberAndThenTheBias() {
        Working sum = new Working.Sum("", List.of(WINDOW), 0.5f);
        assertThat(Reckoning.beats(sum)).isEqualTo(5);
        assertThat(IntStream.rangeClosed(0, 5).mapToObj(beat -> Reckoning.words(sum, beat))).containsExactly(
                "Sum so far: 0", "Sum so far: 1.00", "Sum so far: −1.00", "Sum so far: 5.00", "Sum so far: 5.00",
                "Sum 5.00 + bias 0.500 = 5.50");
    }

    @Test
    void severalChannelsAreSummedOneAfterTheOther() {
        Working sum = new Working.Sum("", List.of(WINDOW, WINDOW), null);
        assertThat(IntStream.rangeClosed(0, 2).mapToObj(beat -> Reckoning.words(sum, beat)))
                .containsExactly("Sum so far: 0", "Sum so far: 5.00", "Sum = 10.0");
    }

    @Test
    void ofManyInputsTheLargestContributionsAreRowsAndTheRestIsTakenTogether() {
        float[] ones = new float[20];
        Arrays.fill(ones, 1);
        float[] weights = ones.clone();
        weights[4] = -7;
        Working sum = new Working.Sum("", List.of(new Part("inputs", 0, 20, ones, weights, new int[20])), null);
        assertThat(Reckoning.rows(sum).getFirst())
                .isEqualTo(new Reckoning.Row("input 5", "1.00 × −7.00", -7, false));
        assertThat(Reckoning.rows(sum).getLast()).isEqualTo(new Reckoning.Row("the other 12 numbers", "", 12, false));
        assertThat(Reckoning.words(sum, 9)).isEqualTo("Sum = 12.0");
    }

    @Test
    void paddingNeverWins() {
        Working largest = new Working.Largest("",
                new Part("channel 1", 0, 2, new float[]{-3, -1, -2, 0}, new float[0], new int[]{0, 1, 2, -1}));
        assertThat(Reckoning.words(largest, 1)).isEqualTo("Largest so far: −3.00");
        assertThat(Reckoning.words(largest, 4)).isEqualTo("Largest = −1.00");
    }
}
