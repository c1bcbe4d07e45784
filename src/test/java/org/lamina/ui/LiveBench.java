package org.lamina.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.RunState;
import org.lamina.engine.EngineThread;
import org.lamina.ui.theme.Theme;

/// The sample network learns in the window, its maps alive: how long the FX thread lets a caller wait, and what it looks
/// like. Times are printed, not judged: the machine decides.
@Tag("bench")
class LiveBench {

    private static final int SECONDS = 5;

    /// A panel of the drawer, and the keys that open it.
    private record Tab(String name, KeyCode key, List<KeyCode> held) {

        Tab(String name, KeyCode key, KeyCode... held) {
            this(name, key, List.of(held));
        }
    }

    private static final List<Tab> TABS = List.of(new Tab("maps", KeyCode.DIGIT2, KeyCode.CONTROL),
            new Tab("predictions", KeyCode.DIGIT3, KeyCode.CONTROL), new Tab("data", KeyCode.DIGIT4, KeyCode.CONTROL),
            new Tab("problems", KeyCode.DIGIT5, KeyCode.CONTROL), new Tab("why", KeyCode.DIGIT7, KeyCode.CONTROL),
            new Tab("fooling", KeyCode.DIGIT9, KeyCode.CONTROL),
            new Tab("hierarchy", KeyCode.H, KeyCode.CONTROL, KeyCode.SHIFT),
            new Tab("depth", KeyCode.D, KeyCode.CONTROL, KeyCode.SHIFT),
            new Tab("arithmetic", KeyCode.DIGIT2, KeyCode.CONTROL, KeyCode.SHIFT));

    @TempDir
    Path folder;

    @Test
    void interfaceAnswersWhileTheSampleLearns() throws InterruptedException {
        try (Bench bench = new Bench(folder, Path.of("sample-projects"), EngineThread.start())) {
            bench.size(1440, 900);
            bench.endlessDigits();
            bench.driver.pulses(150).live();
            Probe probe = new Probe();
            print(probe.over("from Train to the first curves, plots and maps on nodes", SECONDS,
                    () -> bench.driver.key(KeyCode.F5)));
            bench.await(() -> Objects.requireNonNull(bench.studio.workspace()).training().state() == RunState.RUNNING);
            print(probe.over("plots and maps on nodes", SECONDS, () -> {}));
            bench.driver.screenshot("training-light");
            FxDriver.run(() -> bench.themes.themeProperty().set(Theme.DARK));
            bench.driver.pulses(30).screenshot("training-dark");
            for (Tab tab : TABS) {
                bench.driver.pulses(30);
                print(probe.over("opening " + tab.name(), 2,
                        () -> bench.driver.key(tab.key(), tab.held().toArray(KeyCode[]::new))));
                print(probe.over(tab.name() + " and maps on nodes", SECONDS, () -> {}));
                bench.driver.screenshot("training-" + tab.name());
            }
            bench.driver.move(700, 300).pulses(30);
            print(probe.over("zooming the canvas", 4, () -> zoom(bench.driver)));
        }
    }

    private static void zoom(FxDriver driver) {
        for (int turn = 0; turn < 40; turn++)
            driver.scroll(turn % 20 < 10 ? 40 : -40).pulses(3);
    }

    private static void print(Probe.Waits waits) {
        System.out.println(waits);
    }
}
