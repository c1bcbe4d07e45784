package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GridTest {

    @Test
    void numberOfAnImageLiesInItsChannelsPicture() {
        Grid grid = Grid.of(new int[]{3, 4, 5}, 2 * 20 + 7);
        assertThat(grid).isEqualTo(new Grid(2, 3, 4, 5, 20));
        assertThat(new int[]{grid.row(47), grid.column(47)}).containsExactly(1, 2);
        assertThat(grid.cell(1, 2)).isEqualTo(47);
        assertThat(grid.onward(47, 1)).isEqualTo(7);
    }

    @Test
    void featuresFillAWidePictureWhoseLastRowMayNotBeFull() {
        Grid grid = Grid.of(new int[]{10}, 9);
        assertThat(grid).isEqualTo(new Grid(0, 1, 3, 4, 10));
        assertThat(grid.cell(2, 3)).isEqualTo(9);
    }

    @Test
    void aPlaceOutsideIsTheNearestWithin() {
        assertThat(Grid.of(new int[]{1, 2, 2}, 0).cell(-1, 5)).isEqualTo(1);
    }
}
