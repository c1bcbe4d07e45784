package org.lamina.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({"64, 64", "-3, -3", "0.001, 0.001", "0.0001, 0.0001", "1.0E-5, 1e-5", "2.5E-6, 2.5e-6",
            "0.9999, 0.9999",
            "1234567.5, 1234567.5", "1e300, 1e300"})
    void numberIsShortAndReadBackAsItself(double number, String text) {
        assertThat(Words.number(number)).isEqualTo(text);
        assertThat(Double.parseDouble(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0|0 layers", "1|1 layer", "1200|1,200 layers"})
    void oneIsCountedInTheSingular(long number, String text) {
        assertThat(Words.count(number, "layer")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"7, 0:07", "750, 12:30", "3599.6, 1:00:00", "3723, 1:02:03", "NaN, ?", "Infinity, ?"})
    void timeReadsLikeAClock(double seconds, String text) {
        assertThat(Words.time(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"learningRate, Learning rate", "LEARNING_RATE, Learning rate", "XOR, Xor",
            "BINARY_CROSS_ENTROPY, Binary cross-entropy",
            "beta1, Beta 1"})
    void nameOfTheCodeBecomesATitle(String name, String title) {
        assertThat(Words.title(name)).isEqualTo(title);
    }
}
