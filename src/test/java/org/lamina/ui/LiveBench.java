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
import org.lamina.graph.NodeId;
import org.lamina.spec.Params;
import org.lamina.ui.theme.Theme;

/// The sample network learns in the window, its maps alive: how long the FX thread lets a caller wait, and what it looks
/// like. Times are printed, not judged: the machine decides.
@Tag("bench")
class LiveBench {

    private static final int SECONDS = 8;

    @TempDir
    Path folder;

    @Test
    void interfaceAnswersWhileTheSampleLearns() throws InterruptedException {
        try (Bench bench = new Bench(folder, Path.of("sample-projects"), EngineThread.start())) {
            FxDriver.run(() -> {
                bench.driver.stage().setWidth(1440);
                bench.driver.stage().setHeight(900);
            });
            bench.driver.click("#sample-digits-cnn");
            bench.settle();
            FxDriver.run(() -> Objects.requireNonNull(bench.studio.workspace()).selection().set(new NodeId("conv-1")));
            bench.await(() -> Objects.requireNonNull(bench.studio.workspace()).training().state() == RunState.IDLE);
            FxDriver.run(() -> Objects.requireNonNull(bench.studio.workspace()).document().edit("No end",
                    p -> p.with(Params.with(p.plan(), "epochs", 1000))));
            bench.settle();
            bench.driver.pulses(150).live();
            Probe probe = new Probe();
            print(probe.over("from Train to the first curves, plots and maps on nodes", SECONDS,
                    () -> bench.driver.key(KeyCode.F5)));
            bench.await(() -> Objects.requireNonNull(bench.studio.workspace()).training().state() == RunState.RUNNING);
            print(probe.over("plots and maps on nodes", SECONDS, () -> {}));
            bench.driver.screenshot("training-light");
            FxDriver.run(() -> bench.themes.themeProperty().set(Theme.DARK));
            bench.driver.pulses(30).screenshot("training-dark");
            List<KeyCode> tabs = List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5);
            List<String> names = List.of("maps", "predictions", "data", "problems");
            for (int i = 0; i < tabs.size(); i++) {
                KeyCode key = tabs.get(i);
                bench.driver.pulses(30);
                print(probe.over("opening " + names.get(i), 2, () -> bench.driver.key(key, KeyCode.CONTROL)));
                print(probe.over(names.get(i) + " and maps on nodes", SECONDS, () -> {}));
                bench.driver.screenshot("training-" + names.get(i));
            }
        }
    }

    private static void print(Probe.Waits waits) {
        System.out.println(waits);
    }
}
