package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.RunState;
import org.lamina.app.Workspace;
import org.lamina.engine.EngineThread;
import org.lamina.graph.NodeId;
import org.lamina.spec.Params;
import org.lamina.ui.theme.Theme;

/// Gradients and health on the canvas, by keyboard, on a network that has learnt a little.
class HealthByMouseTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder, Path.of("sample-projects"), EngineThread.start(), List.of());
        FxDriver.run(() -> {
            bench.driver.stage().setWidth(1280);
            bench.driver.stage().setHeight(820);
            bench.studio.openSample(bench.studio.samples().stream()
                    .filter(s -> s.file().endsWith("digits-cnn.lamina")).findFirst().orElseThrow());
        });
        bench.settle();
        FxDriver.run(() -> workspace().document().edit("Fewer",
                p -> p.with(Params.with(p.data(), "samples", 600)).with(Params.with(p.plan(), "epochs", 1000))));
        await(() -> workspace().training().state() == RunState.IDLE);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void wiresAndNodesShowHealthOnlyWhileAPersonWantsIt() {
        bench.driver.key(KeyCode.F3);
        await(() -> title().startsWith("Press Train"));
        picture("health-untrained");
        for (int step = 1; step <= 4; step++) { // as many each time, for what the biases become decides who can be killed
            String title = "Step %d,".formatted(step);
            bench.driver.key(KeyCode.F7);
            await(() -> title().startsWith(title) && workspace().training().state() == RunState.PAUSED);
        }
        await(() -> shows("#vital-classes .vital-ratio"));
        bench.driver.pulses(20);
        assertThat(ink()).contains("-wire-ink: #");
        assertThat(shows("#vital-classes .vital-strip")).isTrue();
        picture("health");
        FxDriver.run(() -> workspace().training().putWeight(new NodeId("conv-1"), 0, 5));
        kill();
        await(() -> shows("#vital-relu-1 .vital-idle"));
        assertThat(((Label) bench.driver.find("#vital-relu-1 .vital-idle")).getText()).endsWith("dead");
        picture("health-dead");
        bench.driver.key(KeyCode.F3);
        await(() -> ink().isEmpty());
        assertThat(shows("#health-legend")).isFalse();
        assertThat(shows("#vital-classes .vital-strip")).isFalse();
    }

    /// Weights so far below zero that no digit excites the first unit of the first convolution.
    private void kill() {
        for (int i = 0; i < 25; i++) {
            int index = i;
            FxDriver.run(() -> workspace().training().putWeight(new NodeId("conv-1"), index, -100));
        }
    }

    private String title() {
        return shows("#health-legend") ? ((Label) bench.driver.find("#health-legend .health-title")).getText() : "";
    }

    private boolean shows(String selector) {
        return bench.driver.shows(selector);
    }

    private String ink() {
        return FxDriver.call(() -> {
            Node wire = bench.driver.all(".wire-view").stream().filter(w -> w.getId().startsWith("wire-relu-1-"))
                    .findFirst().orElseThrow();
            return Objects.requireNonNullElse(((Parent) wire).lookup(".wire").getStyle(), "");
        });
    }

    private void picture(String name) {
        for (Theme theme : Theme.values()) {
            FxDriver.run(() -> bench.themes.themeProperty().set(theme));
            bench.driver.pulses(3);
            bench.driver.screenshot(name + "-" + theme.id());
            assertThat(Faults.of(bench.driver.scene().getRoot())).as("%s, %s", name, theme).isEmpty();
        }
    }

    private Workspace workspace() {
        return Objects.requireNonNull(bench.studio.workspace());
    }

    private void await(BooleanSupplier condition) {
        for (int pulse = 0; pulse < 6000; pulse++) {
            if (FxDriver.call(condition::getAsBoolean))
                return;
            bench.driver.pulses(1);
        }
        bench.driver.screenshot("waiting");
        throw new AssertionError("waited in vain");
    }
}
