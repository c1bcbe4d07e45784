package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
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

/// The arithmetic of a network that has learnt a little, by mouse and keyboard.
class ArithmeticByMouseTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void train() {
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
        bench.driver.key(KeyCode.F5);
        await(() -> workspace().watch().curves().runs().stream().anyMatch(r -> r.validationLoss().size() >= 3));
        bench.driver.key(KeyCode.F6);
        await(() -> workspace().training().state() == RunState.PAUSED);
        bench.driver.key(KeyCode.DIGIT2, KeyCode.CONTROL, KeyCode.SHIFT);
        FxDriver.run(() -> bench.driver.all(".split-pane").stream().map(SplitPane.class::cast)
                .filter(s -> s.getItems().contains(bench.driver.find("#drawer"))).findFirst().orElseThrow()
                .setDividerPosition(0, 0.45));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void everyKindOfLayerShowsFormulaNumbersAndWhatTheEngineGave() {
        for (Kind kind : List.of(new Kind("conv-1", "y = Σ window · kernel + bias"),
                new Kind("conv-2", "y = Σ window · kernel + bias"), new Kind("relu-1", "y = max(0, x)"),
                new Kind("pool-1", "y = max window"), new Kind("classes", "y = Σ w · x + b"))) {
            select(kind.node());
            await(() -> text("#arithmetic-formula").equals(kind.formula()));
            bench.driver.pulses(4);
            assertThat(last(text("#arithmetic-sum"))).as(kind.node()).isEqualTo(last(text("#arithmetic-given")));
            picture("arithmetic-" + kind.node());
        }
    }

    private record Kind(String node, String formula) {}

    @Test
    void arrowsMoveTheNumberAndStepsShowTheSumGrow() {
        select("conv-1");
        bench.driver.click("#arithmetic-output .cell-room").pulses(10);
        await(() -> text("#arithmetic-sum").startsWith("Sum "));
        String before = text("#arithmetic-given") + text("#arithmetic-sum");
        bench.driver.key(KeyCode.DOWN);
        await(() -> !before.equals(text("#arithmetic-given") + text("#arithmetic-sum")));
        bench.driver.click("#arithmetic-back").click("#arithmetic-back").pulses(4);
        assertThat(text("#arithmetic-sum")).startsWith("Sum so far: ");
        picture("arithmetic-steps");
        bench.driver.click("#arithmetic-step").click("#arithmetic-step").pulses(4);
        assertThat(text("#arithmetic-sum")).startsWith("Sum ").contains(" + bias ");
    }

    private void select(String node) {
        FxDriver.run(() -> workspace().selection().set(Set.of(new NodeId(node))));
        bench.driver.pulses(2);
    }

    private static String last(String words) {
        return words.substring(words.lastIndexOf(' ') + 1);
    }

    private void picture(String name) {
        for (Theme theme : Theme.values()) {
            FxDriver.run(() -> bench.themes.themeProperty().set(theme));
            bench.driver.pulses(3);
            bench.driver.screenshot(name + "-" + theme.id());
            assertThat(Faults.of(bench.driver.scene().getRoot())).as("%s, %s", name, theme).isEmpty();
        }
    }

    private String text(String selector) {
        return ((Label) bench.driver.find(selector)).getText();
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
