package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.effect.BoxBlur;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.Test;

class PainterTest {

    private static final int SIDE = 900;

    private final List<String> happened = new ArrayList<>();
    private final CountDownLatch done = new CountDownLatch(1);

    @Test
    void changesComeInOrderOnceAFrameThatTakesLongIsPainted() throws InterruptedException {
        Rectangle shape = FxDriver.call(() -> new Rectangle(SIDE, SIDE));
        try (FxDriver driver = FxDriver.show(() -> new StackPane(shape), SIDE, SIDE)) {
            driver.pulses(3);
            FxDriver.run(() -> {
                shape.setEffect(new BoxBlur(250, 250, 3));
                askWhenBusy();
            });
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(happened).containsExactly("asked, busy true", "first, busy false", "second", "third");
    }

    private void askWhenBusy() {
        if (!Painter.isBusy()) {
            FxDoor.EXECUTOR.execute(this::askWhenBusy);
            return;
        }
        Painter.whenAtRest(() -> happened.add("first, busy " + Painter.isBusy()));
        Painter.whenAtRest(() -> {
            happened.add("second");
            Painter.whenAtRest(this::third);
        });
        happened.add("asked, busy " + Painter.isBusy());
    }

    private void third() {
        happened.add("third");
        done.countDown();
    }
}
