package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.Scenes;
import org.lamina.app.ScriptedEngine;
import org.lamina.engine.Event;
import org.lamina.export.Networks;
import org.lamina.export.Trained;
import org.lamina.tensor.Tensor;
import org.lamina.ui.theme.Theme;

class ExportPaneTest {

    @TempDir
    Path folder;
    private final ScriptedEngine engine = new ScriptedEngine();
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder, Files.createDirectory(folder.resolve("samples")), engine);
        FxDriver.run(() -> bench.studio.settings().set("export-folder", folder.toString()));
        FxDriver.run(() -> bench.studio.show(folder.resolve("digits.lamina"), Scenes.project()));
        bench.settle();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void hear(Event... events) {
        FxDriver.run(() -> {
            engine.events.addAll(List.of(events));
            bench.studio.around().link().pump();
        });
        bench.settle();
    }

    private void train() {
        hear(Scenes.ready());
        FxDriver.run(Objects.requireNonNull(bench.studio.workspace()).training().verbs().train::run);
        hear(Scenes.started(10), Scenes.finished());
    }

    private void ask() {
        bench.driver.key(KeyCode.E, KeyCode.CONTROL);
        bench.settle();
    }

    private String words(String selector) {
        StringBuilder words = new StringBuilder();
        for (Node each : bench.driver.all(selector + " .label"))
            words.append(((Labeled) each).getText()).append('\n');
        return words.toString();
    }

    @Test
    void nothingOpensBeforeSomethingIsTrained() {
        hear(Scenes.ready());
        ask();
        assertThat(bench.driver.shows("#export")).isFalse();
    }

    @Test
    void exportReportsItsProofInBothThemes() {
        train();
        ask();
        TextField target = (TextField) bench.driver.find("#export-target");
        assertThat(target.getText()).isEqualTo(folder.resolve("digits.onnx").toString());
        bench.driver.screenshot("export-light");
        bench.driver.click("#export-start");
        bench.driver.screenshot("export-busy");
        Trained network = Networks.answered(Scenes.project().graph());
        hear(new Event.Answered(network.weights(), network.input(), network.inputs(), network.labels(), "Grey, 0…1",
                network.outputs()));
        bench.driver.screenshot("export-done-light");
        FxDriver.run(() -> bench.themes.themeProperty().set(Theme.DARK));
        bench.driver.screenshot("export-done-dark");
        assertThat(words("#export-done")).contains("Written: " + folder.resolve("digits.onnx"), "16 samples");
        assertThat(folder.resolve("digits.onnx")).isNotEmptyFile();
        bench.driver.key(KeyCode.ESCAPE);
        assertThat(bench.driver.shows("#export")).isFalse();
    }

    @Test
    void answersThatDifferAreRefusedWithTheLayer() {
        train();
        ask();
        bench.driver.click("#export-start");
        Trained network = Networks.answered(Scenes.project().graph());
        hear(new Event.Answered(halved(network), network.input(), network.inputs(), network.labels(), "",
                network.outputs()));
        bench.driver.screenshot("export-refused");
        assertThat(words("#export-refused")).contains("Nothing was written", "The first layer that differs is Conv 2D");
        assertThat(folder.resolve("digits.onnx")).doesNotExist();
    }

    private static Map<String, Tensor> halved(Trained network) {
        Map<String, Tensor> weights = new TreeMap<>(network.weights());
        weights.replaceAll((_, tensor) -> {
            float[] values = tensor.values().clone();
            for (int i = 0; i < values.length; i++)
                values[i] /= 2;
            return new Tensor(tensor.sizes(), values);
        });
        return weights;
    }
}
