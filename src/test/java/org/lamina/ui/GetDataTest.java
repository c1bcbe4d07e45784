package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.DataException;
import org.lamina.data.DataSource;
import org.lamina.data.Progress;
import org.lamina.data.Published;
import org.lamina.data.read.Idx;
import org.lamina.ui.theme.Theme;

class GetDataTest {

    /// Comes half way, and then not on before it is let; refuses where it was not stopped.
    private static final class Slow implements Published {
        final CountDownLatch half = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public String id() {
            return "mnist";
        }

        @Override
        public String title() {
            return "MNIST";
        }

        @Override
        public DataSource into(Path folder, Progress progress) throws DataException {
            progress.at(0.5, "Getting MNIST: 5.8 of 11.6 MB, 0:12 left");
            half.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new DataException("interrupted", e);
            }
            if (!progress.at(0.6, "on"))
                throw new DataException("Getting MNIST was stopped.");
            throw new DataException("The machine seems to be offline: connect it and get MNIST again.");
        }
    }

    @TempDir
    Path folder;

    private final Slow slow = new Slow();
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder, folder, new Bench.SilentEngine(), List.of(slow));
        FxDriver.run(() -> {
            bench.studio.create();
            Objects.requireNonNull(bench.studio.workspace()).data().choose(new Idx().card().id());
        });
        bench.settle();
    }

    @AfterEach
    void close() {
        slow.goOn.countDown();
        bench.close();
    }

    @Test
    void setIsFetchedWithProgressAndCanBeCancelled() throws InterruptedException {
        bench.driver.click("#get-mnist");
        slow.half.await();
        FxDriver.run(() -> {});
        bench.driver.screenshot("get-light");
        assertThat(bench.driver.shows("#get-progress")).isTrue();
        bench.driver.click("#get-cancel");
        assertThat(bench.driver.shows("#get-progress")).isFalse();
        slow.goOn.countDown();
        bench.settle();
        assertThat(bench.driver.shows("#get-refused")).isFalse();
    }

    @Test
    void refusalIsShownBelowTheButtons() {
        slow.goOn.countDown();
        bench.driver.click("#get-mnist");
        bench.settle();
        FxDriver.run(() -> bench.themes.themeProperty().set(Theme.DARK));
        bench.driver.screenshot("get-refused-dark");
        assertThat(((Label) bench.driver.find("#get-refused .label")).getText())
                .isEqualTo("The machine seems to be offline: connect it and get MNIST again.");
    }
}
