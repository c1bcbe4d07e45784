package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.RunState;
import org.lamina.app.Workspace;
import org.lamina.engine.EngineThread;
import org.lamina.spec.Params;
import org.lamina.ui.theme.Theme;

/// One training step beat by beat, by mouse and keyboard.
class StepByMouseTest {

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
    void oneBatchIsShownInFourBeatsOnTheCanvasAndInThePanel() {
        bench.driver.key(KeyCode.F7, KeyCode.CONTROL);
        await(() -> bench.driver.shows("#step-words") && words().startsWith("Forward: the batch"));
        await(() -> workspace().training().state() == RunState.PAUSED);
        bench.driver.key(KeyCode.F11).key(KeyCode.F11).pulses(4);
        assertThat(words()).startsWith("Forward: ReLU takes what Strokes gives");
        assertThat(states("#node-relu-1")).contains("lit-forward");
        assertThat(states("#node-conv-1")).doesNotContain("lit-forward");
        assertThat(mark("conv-1")).startsWith("y: RMS ");
        assertThat(mark("pool-1")).isEmpty();
        picture("step-forward");
        bench.driver.click("#step-loss").pulses(4);
        assertThat(words()).startsWith("Loss: how wrong the answers are, ");
        assertThat(mark("output")).startsWith("L: ");
        picture("step-loss");
        bench.driver.click("#step-backward").key(KeyCode.F11).key(KeyCode.F11).pulses(4);
        assertThat(states("#node-dropout")).contains("lit-backward");
        assertThat(mark("classes")).startsWith("∂L/∂y: ");
        picture("step-backward");
        bench.driver.click("#step-update").pulses(4);
        assertThat(words()).startsWith("Update of Strokes at learning rate 0.00100.").contains("weight: the step");
        picture("step-update");
        bench.driver.key(KeyCode.DIGIT1, KeyCode.CONTROL).pulses(4);
        assertThat(states("#node-conv-1")).doesNotContain("lit-update");
        assertThat(mark("conv-1")).isEmpty();
    }

    @Test
    void stepPlaysInSlowMotionToItsEnd() {
        bench.driver.key(KeyCode.F7, KeyCode.CONTROL);
        await(() -> bench.driver.shows("#step-words") && words().startsWith("Forward"));
        FxDriver.run(() -> workspace().watch().dissection().pace().speedProperty().set(1000));
        bench.driver.click("#step-play");
        await(() -> workspace().watch().dissection().pace().isAtEnd());
        bench.driver.pulses(4);
        assertThat(words()).startsWith("Update of Ten digits");
    }

    private String words() {
        return ((Label) bench.driver.find("#step-words")).getText();
    }

    private String mark(String node) {
        return ((Label) bench.driver.find("#step-mark-" + node)).getText();
    }

    private List<String> states(String selector) {
        return FxDriver.call(() -> bench.driver.all(selector).stream()
                .flatMap(node -> node.getPseudoClassStates().stream()).map(PseudoClass::getPseudoClassName).toList());
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
