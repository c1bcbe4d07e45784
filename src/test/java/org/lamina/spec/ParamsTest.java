package org.lamina.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamina.tensor.Shape;

class ParamsTest {

    enum Colour {
        RED,
        GREEN
    }

    public record Sample(
            @Help("How many.") @Int(min = 1, max = 10, soft = 5, unit = "px") int count,
            @Help("How much.") @Real(min = 0, max = 1) double share, @Was("enabled") boolean on, Colour colour,
            Shape shape) {
        public Sample() {
            this(2, 0.5, true, Colour.RED, Shape.vector(3));
        }
    }

    @Test
    void parametersAreReadFromTheRecord() {
        assertThat(Params.of(Sample.class)).extracting(Param::title).containsExactly("Count", "Share", "On", "Colour",
                "Shape");
        assertThat(Params.of(Sample.class).getFirst())
                .isEqualTo(new Param("count", int.class, "How many.", "px", 1, 10, 5, false, null, 2, List.of()));
        assertThat(Params.values(new Sample())).containsExactly(Map.entry("count", 2), Map.entry("share", 0.5),
                Map.entry("on", true), Map.entry("colour", Colour.RED), Map.entry("shape", Shape.vector(3)));
    }

    @Test
    void textAndNumbersBecomeTheParametersType() {
        Map<String, Object> texts = Map.of("count", "7", "share", "0,25", "on", "false", "colour", "green", "shape",
                "3 x 8*8");
        assertThat(Params.with(new Sample(), texts))
                .isEqualTo(new Sample(7, 0.25, false, Colour.GREEN, Shape.image(3, 8, 8)));
        assertThat(Params.with(new Sample(), Map.of("count", 7.0, "share", 1, "enabled", false)))
                .isEqualTo(new Sample(7, 1, false, Colour.RED, Shape.vector(3)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "count  | 1.5   | Count needs a whole number, 1 to 10, got '1.5'",
            "count  | 1e999 | Count needs a whole number, 1 to 10, got '1e999'",
            "share  | NaN   | Share needs a number, got 'NaN'",
            "on     | maybe | On cannot be 'maybe'",
            "colour | blue  | Colour needs one of [RED, GREEN], got 'blue'",
            "shape  | 0×3   | every size must be at least 1, got '0×3'",
            "size   | 1     | Sample has no parameter 'size'"})
    void whatIsNoValueIsRefusedInPlainWords(String name, String text, String message) {
        assertThatThrownBy(() -> Params.with(new Sample(), name, text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void valuesOutsideTheHardRangeAreKeptAndReported() {
        assertThat(Params.violations(new Sample(11, 2, true, Colour.RED, Shape.vector(1)))).containsExactly(
                Map.entry("count", "Count needs 1 to 10 px, got 11"),
                Map.entry("share", "Share needs 0 to 1, got 2"));
    }
}
