package org.lamina.ui;

import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.RunState;
import org.lamina.app.Workspace;
import org.lamina.engine.EngineThread;
import org.lamina.graph.NodeId;
import org.lamina.ui.theme.Theme;

/// Takes the README's pictures while a sample learns: `readme-*.png` under `target/screenshots`, to be looked at and then
/// kept in `assets`.
@Tag("bench")
class ReadmePictures {

    private static final long ENOUGH_STEPS = 250;

    @TempDir
    Path folder;

    @Test
    void studioWhileANetworkLearns() {
        try (Bench bench = new Bench(folder, Path.of("sample-projects"), EngineThread.start())) {
            bench.size(1440, 900);
            open(bench, "digits-cnn", "conv-1");
            train(bench);
            bench.driver.screenshot("readme-studio-light");
            FxDriver.run(() -> bench.themes.themeProperty().set(Theme.DARK));
            bench.driver.pulses(30).screenshot("readme-studio-dark");
            FxDriver.run(() -> bench.themes.themeProperty().set(Theme.LIGHT));
            open(bench, "shapes-hierarchy", "conv-2");
            bench.driver.key(KeyCode.DIGIT2, KeyCode.CONTROL);
            FxDriver.run(() -> drawer(bench).setDividerPosition(0, 0.45));
            train(bench);
            bench.driver.pulses(30).screenshot("readme-maps");
        }
    }

    private static void open(Bench bench, String sample, String node) {
        FxDriver.run(() -> bench.studio.openSample(bench.studio.samples().stream()
                .filter(s -> s.file().endsWith(sample + ".lamina")).findFirst().orElseThrow()));
        bench.settle();
        bench.await(() -> workspace(bench).training().state() == RunState.IDLE);
        FxDriver.run(() -> workspace(bench).selection().set(new NodeId(node)));
        bench.driver.pulses(60);
    }

    private static void train(Bench bench) {
        bench.driver.key(KeyCode.F5);
        bench.await(() -> workspace(bench).watch().status().progressProperty().get().step() >= ENOUGH_STEPS);
    }

    private static SplitPane drawer(Bench bench) {
        return (SplitPane) bench.driver.find("#drawer").getParent().getParent();
    }

    private static Workspace workspace(Bench bench) {
        return Objects.requireNonNull(bench.studio.workspace());
    }
}
