package org.lamina.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ComboBox;
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

    /// Units, features, maps of samples, and a step in slow motion.
    @Test
    void interfaceAnswersWhileSomebodyLooksInto() throws InterruptedException {
        try (Bench bench = new Bench(folder, Path.of("sample-projects"), EngineThread.start())) {
            FxDriver driver = bench.driver;
            bench.size(1440, 900);
            bench.endlessDigits();
            driver.pulses(150).key(KeyCode.F5);
            bench.await(() -> Objects.requireNonNull(bench.studio.workspace()).training().state() == RunState.RUNNING);
            driver.key(KeyCode.DIGIT2, KeyCode.CONTROL);
            bench.await(() -> driver.shows("#unit-excited"));
            driver.live();
            Probe probe = new Probe();
            driver.click("#maps-all-units");
            print(probe.over("going from unit to unit", 3,
                    () -> repeat(12, () -> driver.key(KeyCode.RIGHT).pulses(8))));
            print(probe.over("switching a unit off", 3, () -> driver.click("#unit-off")));
            driver.click("#ablation-clear");
            for (String extent : List.of("unit", "network", "layer"))
                print(probe.over("colours by " + extent, 2, () -> driver.click("#maps-scope-" + extent)));
            driver.key(KeyCode.H, KeyCode.CONTROL, KeyCode.SHIFT);
            bench.await(() -> driver.all(".feature-card").size() > 8);
            print(probe.over("choosing a feature", 3, () -> driver.click(".feature-card")));
            print(probe.over("what it prefers", 4, () -> driver.click("#feature-prefer")));
            driver.key(KeyCode.D, KeyCode.CONTROL, KeyCode.SHIFT).pulses(60);
            print(probe.over("similarity of layers", 5, () -> driver.click("#depth-similarity")));
            print(probe.over("principal components of samples", 5, () -> driver.click("#depth-map-of-samples")));
            print(probe.over("t-SNE of samples", 8, () -> FxDriver.run(
                    () -> ((ComboBox<?>) driver.find("#embedding-method")).getSelectionModel().selectLast())));
            driver.key(KeyCode.F6);
            bench.await(() -> Objects.requireNonNull(bench.studio.workspace()).training().state() == RunState.PAUSED);
            print(probe.over("taking a step apart", 3, () -> driver.key(KeyCode.F7, KeyCode.CONTROL)));
            bench.await(() -> driver.shows("#step-play"));
            print(probe.over("a step in slow motion", 5, () -> driver.click("#step-play")));
        }
    }

    private static void repeat(int times, Runnable act) {
        for (int i = 0; i < times; i++)
            act.run();
    }

    private static void zoom(FxDriver driver) {
        for (int turn = 0; turn < 40; turn++)
            driver.scroll(turn % 20 < 10 ? 40 : -40).pulses(3);
    }

    private static void print(Probe.Waits waits) {
        System.out.println(waits);
    }
}
