package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.lamina.tensor.Tensor;

class NumbersTest {

    /// Rows, quotes and line ends as RFC 4180, section 2, has them.
    @Test
    void cellsThatHoldSeparatorsAreQuotedAndNothingIsEmpty() {
        assertThat(Numbers.of(List.of("name", "size, px"),
                List.of(List.of("a \"b\"", 1), List.of("two\nlines", Double.NaN))).csv())
                .isEqualTo("name,\"size, px\"\r\n\"a \"\"b\"\"\",1\r\n\"two\nlines\",\r\n");
    }

    @Test
    void dotIsTheDecimalSignInEveryCountry() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Numbers.of(List.of("x"), List.of(List.of(1234.5), List.of(0.25f))).csv())
                    .isEqualTo("x\r\n1234.5\r\n0.25\r\n");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyNumberOfAMapHasItsPlaceCountedFromOne() {
        Numbers maps = Numbers.grid("Conv", new Tensor(new int[]{2, 1, 2}, new float[]{1, 2, 3, 4}));
        assertThat(Numbers.joined(List.of(Numbers.NONE, maps, Numbers.named("Loss", "", 5))).csv()).isEqualTo("""
                part,unit,row,column,value
                Conv,1,1,1,1.0
                Conv,1,1,2,2.0
                Conv,2,1,1,3.0
                Conv,2,1,2,4.0
                Loss,,,,5.0
                """.replace("\n", "\r\n"));
    }
}
