package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.RunState;
import org.lamina.app.Workspace;
import org.lamina.engine.EngineThread;
import org.lamina.spec.Params;

/// The sample Digits CNN with few digits, open in a window of its own that a test works by mouse and keyboard.
abstract class DigitsByMouse {

    @TempDir
    Path folder;

    Bench bench;

    /// Of the window.
    double height() {
        return 820;
    }

    @BeforeEach
    final void openDigits() {
        bench = new Bench(folder, Bench.smallSamples(folder), EngineThread.start(), List.of());
        FxDriver.run(() -> {
            bench.driver.stage().setWidth(1280);
            bench.driver.stage().setHeight(height());
            bench.studio.openSample(bench.studio.samples().stream()
                    .filter(s -> s.file().endsWith("digits-cnn.lamina")).findFirst().orElseThrow());
        });
        bench.settle();
        FxDriver.run(() -> workspace().document().edit("Fewer",
                p -> p.with(Params.with(p.data(), "samples", 600)).with(Params.with(p.plan(), "epochs", 1000))));
        await(() -> workspace().training().state() == RunState.IDLE);
    }

    @AfterEach
    final void close() {
        bench.close();
    }

    /// Presses Train and waits for so many points of the validation curve.
    final void train(int points) {
        bench.driver.key(KeyCode.F5);
        await(() -> workspace().watch().curves().runs().stream().anyMatch(r -> r.validationLoss().size() >= points));
    }

    final void pause() {
        bench.driver.key(KeyCode.F6);
        await(() -> workspace().training().state() == RunState.PAUSED);
    }

    final Workspace workspace() {
        return Objects.requireNonNull(bench.studio.workspace());
    }

    /// A screenshot in each theme, with nothing cut off or covered.
    final void picture(String name) {
        bench.inBothThemes(theme -> {
            bench.driver.pulses(1).screenshot(name + "-" + theme.id());
            assertThat(Faults.of(bench.driver.scene().getRoot())).as("%s, %s", name, theme).isEmpty();
        });
    }

    final void await(BooleanSupplier condition) {
        bench.await(condition);
    }
}
