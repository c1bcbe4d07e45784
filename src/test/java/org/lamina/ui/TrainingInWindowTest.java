package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.RunState;
import org.lamina.app.Scenes;
import org.lamina.app.Workspace;
import org.lamina.engine.EngineThread;
import org.lamina.graph.Graph;
import org.lamina.project.Project;
import org.lamina.spec.Params;

/// The way of a student, with mouse and keyboard and the real engine: from an empty canvas to a trained network.
class TrainingInWindowTest {

    /// The network of LeCun et al., 1998.
    private static final List<String> LENET = List.of("input", "conv-2d", "relu", "max-pool-2d", "conv-2d", "relu",
            "max-pool-2d", "flatten", "dense", "output");

    @TempDir
    Path folder;
    Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder, Files.createDirectory(folder.resolve("samples")), EngineThread.start());
        bench.size(1440, 900);
        bench.driver.key(KeyCode.N, KeyCode.CONTROL);
        bench.settle();
        await("the engine is ready", () -> workspace().training().state() == RunState.IDLE);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void leNetIsDrawnTrainedWatchedKeptUndoneAndRedone() {
        Project nothing = project();
        drawLeNet();
        fewSamples();

        bench.driver.click("#button-train");
        await("training", () -> workspace().training().state() == RunState.RUNNING);
        changes("#chart-loss .image-view");
        await("points of the curve", () -> workspace().watch().curves().runs().getLast().trainLoss().size() > 1);
        changes("#node-maps-conv-2d-2 .image-view");
        changes("#node-maps-max-pool-2d-1 .image-view");
        bench.driver.click("#node-conv-2d-1").key(KeyCode.DIGIT2, KeyCode.CONTROL);
        changes("#maps-all .image-view");
        changes("#maps-kernels .image-view");
        bench.driver.key(KeyCode.DIGIT3, KeyCode.CONTROL);
        await("predictions", () -> bench.driver.shows("#predictions .prediction"));
        await("a confusion matrix", () -> text("#confusion-words").contains("validation samples are right"));

        pauseStepAndResume();
        Path weights = stopAndKeep();
        editMarksTheTrainedNetworkStale();
        undoAndRedoEverything(nothing);
        assertThat(workspace().training().weightsProperty().get()).isEqualTo(weights);

        bench.driver.key(KeyCode.F5);
        await("a second run", () -> workspace().training().state() == RunState.RUNNING);
        assertThat(workspace().watch().curves().runs()).hasSize(2);
    }

    @Test
    void projectThatGivesWayIsForgottenWithItsRun() {
        drawLeNet();
        fewSamples();
        bench.driver.key(KeyCode.F5);
        changes("#node-maps-conv-2d-1 .image-view");
        WeakReference<Workspace> first = new WeakReference<>(bench.studio.workspace());
        bench.unsaved = org.lamina.ui.dialogs.Questions.Unsaved.DISCARD;
        bench.driver.key(KeyCode.N, KeyCode.CONTROL);
        bench.settle();
        assertThat(workspace().training().state()).isEqualTo(RunState.IDLE);
        assertThat(workspace().watch().curves().runs()).isEmpty();
        await("the first project is collected", () -> {
            System.gc();
            return first.refersTo(null);
        });
        assertThat(workspace().watch().looking().outputs()).isEmpty();
    }

    @Test
    void oneBatchOrOneEpochIsTrainedFromRest() {
        FxDriver.run(() -> bench.studio.show(folder.resolve("small.lamina"), Scenes.project()));
        fewSamples();
        await("the engine is ready", () -> workspace().training().state() == RunState.IDLE);
        bench.driver.key(KeyCode.F7);
        await("one batch", () -> workspace().training().state() == RunState.PAUSED && step() == 1);
        bench.driver.key(KeyCode.F8);
        await("idle", () -> workspace().training().state() == RunState.IDLE);
        bench.driver.key(KeyCode.F7, KeyCode.SHIFT);
        await("one epoch of 160 samples in batches of 16",
                () -> workspace().training().state() == RunState.PAUSED && step() == 10);
    }

    private void drawLeNet() {
        List<String> ids = new ArrayList<>();
        for (String layer : LENET) {
            String id = FxDriver.call(() -> Graph.of(project().graph().nodes(), List.of()).freshId(layer).value());
            int at = ids.size();
            bench.driver.drag(bench.driver.reveal("#palette-" + layer),
                    onCanvas(95 + 215 * (at % 4), 75 + 160 * (at / 4)));
            ids.add(id);
        }
        for (int i = 1; i < ids.size(); i++)
            bench.driver.drag(bench.driver.centre("#node-" + ids.get(i - 1) + "-out"),
                    bench.driver.centre("#node-" + ids.get(i) + "-in-0"));
        bench.driver.click("#node-dense-1").click("#param-units .text-field").key(KeyCode.A, KeyCode.CONTROL)
                .type("10").key(KeyCode.ENTER);
        await("no problems", () -> workspace().document().inference().problems().isEmpty());
        bench.driver.click("#node-dense-1").key(KeyCode.L);
        await("arranged", () -> !workspace().document().undoLabelProperty().get().startsWith("Set units"));
    }

    private Point2D onCanvas(double x, double y) {
        return FxDriver.call(() -> bench.driver.find("#canvas").localToScene(x, y));
    }

    /// So few that an epoch takes no time, so many epochs that the run does not end by itself.
    private void fewSamples() {
        FxDriver.run(() -> workspace().document().edit("Few samples",
                p -> p.with(Params.with(p.data(), "samples", 200))
                        .with(Params.with(p.plan(), Map.of("epochs", 100_000, "batchSize", 16)))));
        bench.settle();
    }

    private void pauseStepAndResume() {
        bench.driver.key(KeyCode.F6);
        await("paused", () -> workspace().training().state() == RunState.PAUSED);
        long before = step();
        bench.driver.key(KeyCode.F7);
        await("one step", () -> workspace().training().state() == RunState.PAUSED && step() > before);
        assertThat(step()).isEqualTo(before + 1);
        bench.driver.key(KeyCode.F6, KeyCode.SHIFT);
        await("running on", () -> workspace().training().state() == RunState.RUNNING && step() > before + 1);
    }

    private Path stopAndKeep() {
        bench.driver.key(KeyCode.F8);
        await("idle", () -> workspace().training().state() == RunState.IDLE);
        Path weights = Objects.requireNonNull(workspace().training().weightsProperty().get());
        assertThat(weights).isNotEmptyFile();
        assertThat(text("#train-state")).isEqualTo("Trained");
        return weights;
    }

    private void editMarksTheTrainedNetworkStale() {
        bench.driver.click("#node-relu-2").key(KeyCode.DELETE);
        assertThat(text("#train-state")).isEqualTo("Changed since training");
        bench.driver.key(KeyCode.Z, KeyCode.CONTROL);
        assertThat(text("#train-state")).isEqualTo("Trained");
    }

    private void undoAndRedoEverything(Project nothing) {
        Project drawn = project();
        int steps = 0;
        for (; !workspace().document().undoLabelProperty().get().isEmpty(); steps++)
            bench.driver.key(KeyCode.Z, KeyCode.CONTROL);
        assertThat(project()).isSameAs(nothing);
        assertThat(bench.driver.all(".node-view")).isEmpty();
        assertThat(steps).as("layers, wires, units, places, samples")
                .isEqualTo(LENET.size() + LENET.size() - 1 + 1 + 1 + 1);
        for (int i = 0; i < steps; i++)
            bench.driver.key(KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT);
        assertThat(project()).isSameAs(drawn);
        assertThat(bench.driver.all(".node-view")).hasSize(LENET.size());
        assertThat(text("#train-state")).isEqualTo("Trained");
    }

    private Workspace workspace() {
        return Objects.requireNonNull(bench.studio.workspace());
    }

    private Project project() {
        return FxDriver.call(() -> workspace().document().project());
    }

    private long step() {
        return workspace().watch().status().progressProperty().get().step();
    }

    private String text(String label) {
        return FxDriver.call(((Label) bench.driver.find(label))::getText);
    }

    /// Waits until a picture has shown three different things.
    private void changes(String picture) {
        Set<Integer> seen = new HashSet<>();
        await(picture + " changes", () -> {
            Image image = bench.driver.shows(picture) ? ((ImageView) bench.driver.find(picture)).getImage() : null;
            if (image != null)
                seen.add(Arrays.hashCode(pixels(image)));
            return seen.size() >= 3;
        });
    }

    private static int[] pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private void await(String what, BooleanSupplier condition) {
        bench.await(what, condition);
    }
}
