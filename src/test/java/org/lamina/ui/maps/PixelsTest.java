package org.lamina.ui.maps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lamina.ui.FxDriver;

final class PixelsTest {

    static {
        FxDriver.start();
    }

    /// Enlarged by the factor of the single cell before it, it would have 2·10⁹ pixels.
    @Test
    void largePictureAfterASmallOneIsNotEnlargedByItsFactor() {
        FxDriver.run(() -> {
            Pixels pixels = new Pixels();
            pixels.draw(1, 1, cells -> cells[0] = -1);
            pixels.fit(150, 150);
            assertThat(pixels.getImage().getWidth()).isEqualTo(150);
            pixels.draw(300, 300, cells -> cells[0] = -1);
            assertThat(pixels.getImage().getWidth()).isEqualTo(300);
            pixels.fit(150, 150);
            assertThat(pixels.getFitWidth()).isEqualTo(150);
        });
    }
}
