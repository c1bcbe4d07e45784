package org.lamina.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1×28×28 | 1 channel × 28 high × 28 wide | 784",
            "3 x 8 * 4 | 3 channels × 8 high × 4 wide | 96",
            "10,32 | 10 time steps × 32 features | 320",
            "7 | 7 features | 7",
            "1 | 1 feature | 1",
            "2×3×4×5 | 2 channels × 3 deep × 4 high × 5 wide | 120",
            "2000000000×2000000000×2000000000 | 2000000000 channels × 2000000000 high × 2000000000 wide | 9223372036854775807"})
    void textNamesTheAxesByRank(String text, String described, long elements) {
        Shape shape = Shape.parse(text);
        assertThat(shape.describe()).isEqualTo(described);
        assertThat(shape.elements()).isEqualTo(elements);
        assertThat(Shape.parse(shape.toString())).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a×b", "''", "1××2", "1×0", "1×2×3×4×5", "99999999999"})
    void whatIsNoShapeIsRefused(String text) {
        assertThatThrownBy(() -> Shape.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(needs|every size|a shape).*");
    }

    /// Windows on an axis of 7, worked out by hand; `same` counts the cells to add in all.
    @ParameterizedTest
    @CsvSource({"3,1,0,1, 5,2", "3,2,1,1, 4,2", "2,2,0,1, 3,1", "3,1,2,2, 7,4", "9,1,0,1, -1,8"})
    void windowsCountTheirPositions(int size, int stride, int padding, int dilation, long positions, long same) {
        Window window = new Window(size, stride, padding, dilation);
        assertThat(window.positions(7)).isEqualTo(positions);
        assertThat(window.same(7)).isEqualTo(same);
    }

    @Test
    void aTensorHoldsAsManyNumbersAsItsSizesSay() {
        assertThat(new Tensor(new int[]{2, 1}, new float[]{1, 2}))
                .isEqualTo(new Tensor(new int[]{2, 1}, new float[]{1, 2}))
                .isNotEqualTo(new Tensor(new int[]{1, 2}, new float[]{1, 2}));
        assertThatThrownBy(() -> new Tensor(new int[]{2, 2}, new float[3]))
                .hasMessage("sizes [2, 2] need 4 numbers, got 3");
    }
}
