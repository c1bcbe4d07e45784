package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.DataModel;
import org.lamina.app.Found;
import org.lamina.app.Notice;
import org.lamina.app.RunState;
import org.lamina.app.Scenes;
import org.lamina.app.Workspace;
import org.lamina.data.Augmentation;
import org.lamina.data.download.Download;
import org.lamina.engine.EngineThread;
import org.lamina.graph.Edit;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.project.Project;
import org.lamina.spec.Params;
import org.lamina.study.Picture;
import org.lamina.study.Response;
import org.lamina.ui.dialogs.Questions;
import org.lamina.ui.dialogs.SystemQuestions;

/// Every panel in both themes: a picture of each under `target/screenshots` to be looked at, and what can be counted on
/// it: nothing is cut off, sticks out of its pane or covers its neighbour.
class PanelsTest {

    @TempDir
    Path folder;

    /// Each once, with the panel where it was seen first.
    private final Map<String, String> faults = new LinkedHashMap<>();
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder, Bench.smallSamples(folder), EngineThread.start(), List.of(Download.values()));
        bench.size(1280, 820);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void nothingIsCutOffOrCoveredOnAnyPanel() {
        startPage();
        emptyCanvas();
        dataForms();
        layers();
        problems();
        training();
        overTheWindow();
        large();
        assertThat(faults).isEmpty();
    }

    @Test
    void nothingIsCutOffWhereANetworkWritesAndGivesBack() {
        panel("templates", () -> {
            keys(KeyCode.N, KeyCode.CONTROL, KeyCode.SHIFT);
            await(() -> bench.driver.all(".template").size() > 5);
        });
        keys(KeyCode.ESCAPE);
        writing();
        givingBack();
        assertThat(faults).isEmpty();
    }

    @Test
    void nothingIsCutOffWhereAnswersAreExplained() {
        explaining();
        assertThat(faults).isEmpty();
    }

    @Test
    void nothingIsCutOffWhereDepthsAreCompared() {
        sample("digits-cnn");
        panel("depth-untrained", () -> keys(KeyCode.D, KeyCode.CONTROL, KeyCode.SHIFT));
        pausedAfterAnEpoch(1000);
        panel("depth-probes", () -> await(() -> bench.driver.all(".probe-column").size() == 12));
        panel("depth-similarity", () -> {
            bench.driver.click("#depth-similarity");
            await(() -> bench.driver.find("#similarity-words") instanceof Label words
                    && words.getText().startsWith("Each cell"));
        });
        panel("depth-similarity-cell", () -> bench.driver.click(FxDriver.call(
                () -> bench.driver.find("#heat-map").localToScene(200, 60))));
        assertThat(((Label) bench.driver.find("#similarity-words")).getText()).contains("CKA ");
        bench.size(1280, 720);
        panel("depth-similarity-large", () -> keys(KeyCode.F4));
        keys(KeyCode.F4);
        panel("depth-map-low", () -> {
            bench.driver.click("#depth-map-of-samples");
            await(() -> bench.driver.find("#embedding-words") instanceof Label words
                    && words.getText().endsWith("of the variance"));
        });
        bench.driver.click("#depth-linear-probes");
        panel("depth-probes-low", () -> {});
        panel("depth-probes-large", () -> keys(KeyCode.F4));
        keys(KeyCode.F4);
        bench.size(1280, 820);
        bench.driver.click("#probe-conv-1");
        assertThat(FxDriver.call(() -> workspace().selection().nodes())).containsExactly(new NodeId("conv-1"));
        stop();
        sample("digits-autoencoder");
        pausedAfterAnEpoch(300);
        panel("depth-no-classes", () -> keys(KeyCode.D, KeyCode.CONTROL, KeyCode.SHIFT));
        stop();
        assertThat(faults).isEmpty();
    }

    @Test
    void nothingIsCutOffWhereHealthAndAStepAreShown() {
        sample("digits-cnn");
        edit(p -> p.with(Params.with(p.data(), "samples", 300)));
        await(() -> workspace().training().state() == RunState.IDLE);
        panel("health-untrained", () -> keys(KeyCode.F3));
        panel("health-step", () -> {
            keys(KeyCode.F7, KeyCode.CONTROL);
            await(() -> isTakenApart() && bench.driver.shows("#vital-classes .vital-ratio"));
            keys(KeyCode.F11);
        });
        for (int[] size : new int[][]{{1440, 900}, {1280, 720}, {1024, 640}}) {
            bench.size(size[0], size[1]);
            panel("health-step-" + size[1], () -> keys(KeyCode.F11));
        }
        bench.size(1280, 820);
        sample("spiral");
        panel("step-points", () -> {
            keys(KeyCode.F7, KeyCode.CONTROL);
            await(this::isTakenApart);
            bench.driver.pulses(4).click("#step-update");
        });
        sample("digits-gan");
        edit(p -> p.with(Params.with(p.data(), "samples", 300)));
        await(() -> workspace().training().state() == RunState.IDLE);
        panel("step-generator", () -> {
            keys(KeyCode.F7, KeyCode.CONTROL);
            await(this::isTakenApart);
            FxDriver.run(() -> ((ChoiceBox<?>) bench.driver.find("#step-side")).getSelectionModel().selectLast());
            bench.driver.pulses(4).click("#step-backward");
        });
        assertThat(faults).isEmpty();
    }

    private boolean isTakenApart() {
        return workspace().watch().dissection().step() != null && bench.driver.shows("#step-words");
    }

    /// Of pictures, and of points, which have no maps.
    private void explaining() {
        panel("why-untrained", () -> {
            sample("digits-cnn");
            keys(KeyCode.DIGIT7, KeyCode.CONTROL);
        });
        pausedAfterAnEpoch(1000);
        panel("why", () -> await(() -> bench.driver.shows("#why-occlusion-1")));
        panel("why-high", () -> drawer(0.2));
        panel("why-drawn", () -> {
            bench.driver.click("#why-draw");
            bench.settle();
            Point2D top = bench.driver.centre("#pad-board").add(0, -40);
            bench.driver.move(top).press().glide(top.add(5, 80)).release();
            await(this::isOwnAnswered);
        });
        panel("predictions-own", () -> {
            keys(KeyCode.DIGIT3, KeyCode.CONTROL);
            await(() -> bench.driver.shows("#prediction-own"));
        });
        panel("maps-own", () -> keys(KeyCode.DIGIT2, KeyCode.CONTROL));
        bench.driver.click("#maps #own-leave");
        assertThat(FxDriver.call(() -> workspace().watch().samples().picture())).isEqualTo(new Picture.Validation(0));
        keys(KeyCode.DIGIT7, KeyCode.CONTROL);
        bench.driver.click("#why-draw");
        panel("fooling", () -> {
            keys(KeyCode.DIGIT9, KeyCode.CONTROL);
            bench.driver.click("#fooling-measure");
            await(() -> bench.driver.find("#fooling-words") instanceof Label words
                    && words.getText().startsWith("Accuracy on 200"));
        });
        keys(KeyCode.DIGIT7, KeyCode.CONTROL);
        bench.size(1280, 720);
        panel("why-low", () -> drawer(0.64));
        bench.size(1280, 820);
        stop();
        sample("spiral");
        pausedAfterAnEpoch(300);
        panel("why-points", () -> {
            keys(KeyCode.DIGIT7, KeyCode.CONTROL);
            await(() -> bench.driver.shows("#why-occlusion-1"));
        });
        stop();
    }

    private boolean isOwnAnswered() {
        Found found = workspace().watch().looking()
                .found(new Response(workspace().watch().samples().picture()));
        return found != null && found.finding() != null;
    }

    private void pausedAfterAnEpoch(int samples) {
        edit(p -> p.with(Params.with(p.data(), "samples", samples)).with(Params.with(p.plan(), "epochs", 1000)));
        await(() -> workspace().training().state() == RunState.IDLE);
        keys(KeyCode.F5);
        await(() -> workspace().watch().curves().runs().stream().anyMatch(r -> r.validationLoss().size() >= 3));
        keys(KeyCode.F6);
        await(() -> workspace().training().state() == RunState.PAUSED);
    }

    private void stop() {
        keys(KeyCode.F8);
        await(() -> workspace().training().state() == RunState.IDLE);
    }

    private void startPage() {
        panel("start", () -> {});
        sample("residual-digits");
        bench.save = folder.resolve("my-first-network.lamina");
        keys(KeyCode.S, KeyCode.CONTROL, KeyCode.SHIFT);
        keys(KeyCode.W, KeyCode.CONTROL);
        panel("start-recent", () -> scroll("#start-page", 1));
    }

    private void emptyCanvas() {
        fresh();
        panel("canvas-empty", () -> {});
        panel("palette-search", () -> type("#palette-search", "norm"));
        type("#palette-search", "");
        panel("canvas-search", () -> {
            bench.driver.doubleClick(canvas(300, 120)).type("pool");
        });
        keys(KeyCode.ESCAPE);
    }

    private void dataForms() {
        for (DataModel.Kind kind : DataModel.kinds())
            panel("data-" + kind.id(), () -> {
                FxDriver.run(() -> workspace().data().choose(kind.id()));
                keys(KeyCode.DIGIT4, KeyCode.CONTROL);
            });
        FxDriver.run(() -> workspace().data().choose("digits"));
        edit(p -> p.with(new Augmentation(0.15, 25, 0.2, false, 0, 0.05)));
        panel("data-augmentation", () -> {
            bench.driver.click("#data-as-trained");
            reveal("#augmentation");
        });
        panel("plan", () -> reveal("#param-batchSize"));
    }

    private void layers() {
        sample("residual-digits");
        panel("canvas-residual", () -> select());
        for (NodeId id : List.of(first("input"), first("conv-2d"), first("add"), first("dense")))
            panel("inspector-" + id, () -> select(id));
        panel("inspector-error", () -> {
            select(first("conv-2d"));
            type("#param-filters .text-field", "0");
            bench.driver.key(KeyCode.ENTER);
        });
        keys(KeyCode.ESCAPE);
        panel("inspector-several", () -> select(first("conv-2d"), first("dense")));
        select();
        panel("canvas-wiring", () -> bench.driver.move(bench.driver.centre("#node-" + first("input") + "-out")).press()
                .glide(bench.driver.centre("#node-" + first("max-pool-2d"))));
        bench.driver.key(KeyCode.ESCAPE).release();
        panel("canvas-carrying", () -> bench.driver.move(bench.driver.reveal("#palette-dropout")).press()
                .glide(canvas(500, 200)));
        bench.driver.key(KeyCode.ESCAPE).release();
        sample("counting-gpt");
        panel("inspector-decoder", () -> select(first("transformer-decoder")));
    }

    private void problems() {
        sample("digits-cnn");
        edit(p -> p.with(p.graph().apply(List.of(new Edit.SetParameter(new NodeId("classes"), "units", 12),
                new Edit.SetParameter(new NodeId("conv-2"), "kernel", 31),
                new Edit.Remove(new NodeId("flatten"))))));
        panel("problems", () -> keys(KeyCode.DIGIT5, KeyCode.CONTROL));
        panel("problem-popup", () -> {
            select(new NodeId("conv-2"));
            bench.driver.click("#problems-conv-2");
        });
    }

    private void training() {
        sample("digits-cnn");
        edit(p -> p.with(Params.with(p.data(), "samples", 1000)).with(Params.with(p.plan(), "epochs", 1000)));
        await(() -> workspace().training().state() == RunState.IDLE);
        keys(KeyCode.F5);
        select(new NodeId("conv-1"));
        await(() -> workspace().watch().curves().runs().stream().anyMatch(r -> r.validationLoss().size() >= 3));
        panel("training-plots", () -> keys(KeyCode.DIGIT1, KeyCode.CONTROL));
        keys(KeyCode.F6);
        await(() -> workspace().training().state() == RunState.PAUSED);
        panel("maps-low", () -> keys(KeyCode.DIGIT2, KeyCode.CONTROL));
        panel("maps-high", () -> drawer(0.35));
        panel("maps-dense", () -> select(new NodeId("classes")));
        drawer(0.64);
        select(new NodeId("conv-2"));
        panel("predictions", () -> {
            keys(KeyCode.DIGIT3, KeyCode.CONTROL);
            await(() -> bench.driver.shows("#predictions .prediction"));
        });
        panel("time-line", () -> {
            keys(KeyCode.LEFT, KeyCode.CONTROL, KeyCode.ALT);
            Long moment = workspace().timeLine().momentProperty().get();
            await(() -> Objects.equals(moment, workspace().timeLine().shownProperty().get()));
        });
        keys(KeyCode.DIGIT1, KeyCode.CONTROL);
        bench.size(1280, 720);
        panel("time-line-plots", () -> bench.driver.pulses(40));
        bench.size(1280, 820);
        keys(KeyCode.END, KeyCode.CONTROL, KeyCode.ALT);
        keys(KeyCode.F8);
        await(() -> workspace().training().state() == RunState.IDLE);
        panel("trained-stale", () -> {
            edit(p -> p.with(p.graph().apply(List.of(new Edit.Remove(new NodeId("dropout"))))));
            FxDriver.run(() -> bench.studio.notices().add(new Notice(Notice.Kind.WARNING,
                    "The file comes from a newer Lamina: two parameters that are not known here were left out, and are lost when it is saved.",
                    "", null)));
        });
        panel("export", () -> keys(KeyCode.E, KeyCode.CONTROL));
        panel("export-done", () -> {
            type("#export-target", folder.resolve("digits.onnx").toString());
            bench.driver.click("#export-start");
            await(() -> bench.driver.shows("#export-done"));
        });
        keys(KeyCode.ESCAPE);
    }

    @Test
    void nothingIsCutOffOnThePlane() {
        sample("digits-mlp");
        panel("plane-other-data", () -> keys(KeyCode.DIGIT8, KeyCode.CONTROL));
        sample("spiral");
        panel("plane-untrained", () -> keys(KeyCode.DIGIT8, KeyCode.CONTROL));
        await(() -> workspace().training().state() == RunState.IDLE);
        keys(KeyCode.F5);
        await(() -> workspace().watch().curves().runs().stream().anyMatch(r -> r.validationLoss().size() >= 20));
        keys(KeyCode.F6);
        await(() -> workspace().training().state() == RunState.PAUSED);
        panel("plane", () -> bench.driver.pulses(20));
        panel("plane-neuron", () -> {
            drawer(0.3);
            bench.driver.click(neurons(3, 3)).key(KeyCode.ESCAPE).key(KeyCode.RIGHT).key(KeyCode.RIGHT)
                    .key(KeyCode.DOWN);
        });
        keys(KeyCode.ESCAPE);
        typeWeight();
        panel("plane-large", () -> keys(KeyCode.F4));
        keys(KeyCode.F4);
        drawer(0.64);
        keys(KeyCode.F8);
        await(() -> workspace().training().state() == RunState.IDLE);
        assertThat(faults).isEmpty();
    }

    private Point2D neurons(double x, double y) {
        return FxDriver.call(() -> bench.driver.find("#plane-neurons").localToScene(x, y));
    }

    /// The pointer looks for a line between the first column and the next; what is typed is in the weights then.
    private void typeWeight() {
        Point2D at = Point2D.ZERO;
        Point2D corner = neurons(0, 0);
        for (int y = 30; y < 200 && !bench.driver.shows("#weight-field"); y += 7) {
            at = corner.add(80, y);
            bench.driver.click(at);
        }
        panel("plane-weight", () -> bench.driver.key(KeyCode.A, KeyCode.CONTROL).type("-7.25"));
        bench.driver.key(KeyCode.ENTER);
        assertThat(bench.driver.shows("#weight-field")).isFalse();
        bench.driver.move(corner);
        Point2D line = at;
        await(() -> {
            bench.driver.move(corner).move(line);
            return ((Label) bench.driver.find("#plane-hint")).getText().contains("−7.25");
        });
    }

    private void writing() {
        sample("counting-gpt");
        panel("write-untrained", () -> keys(KeyCode.DIGIT6, KeyCode.CONTROL));
        edit(p -> p.with(Params.with(p.data(), "samples", 300)).with(Params.with(p.plan(), "epochs", 1000))
                .with(p.graph().apply(new Edit.Connect(new Wire("position", "decoder-1", 1)))));
        await(() -> workspace().training().state() == RunState.IDLE);
        keys(KeyCode.F5);
        await(() -> workspace().watch().curves().runs().stream().anyMatch(r -> r.validationLoss().size() >= 1));
        panel("write", () -> {
            bench.driver.click("#writing-prompt").type("7 10 ").key(KeyCode.ENTER);
            await(() -> workspace().writer().textProperty().get().length() > 60);
        });
        keys(KeyCode.F6);
        await(() -> workspace().training().state() == RunState.PAUSED);
        panel("maps-attention", () -> {
            select(first("transformer-decoder"));
            keys(KeyCode.DIGIT2, KeyCode.CONTROL);
            await(() -> bench.driver.shows("#maps-attention") && bench.driver.shows("#maps-attention-other"));
        });
        keys(KeyCode.F8);
        await(() -> workspace().training().state() == RunState.IDLE);
    }

    private void givingBack() {
        sample("digits-autoencoder");
        edit(p -> p.with(Params.with(p.data(), "samples", 300)).with(Params.with(p.plan(), "epochs", 1000)));
        await(() -> workspace().training().state() == RunState.IDLE);
        keys(KeyCode.F5);
        await(() -> workspace().watch().curves().runs().stream().anyMatch(r -> r.validationLoss().size() >= 3));
        keys(KeyCode.F6);
        await(() -> workspace().training().state() == RunState.PAUSED);
        panel("predictions-given-back", () -> {
            keys(KeyCode.DIGIT3, KeyCode.CONTROL);
            await(() -> bench.driver.shows("#predictions .prediction"));
        });
        keys(KeyCode.F8);
        await(() -> workspace().training().state() == RunState.IDLE);
    }

    private void overTheWindow() {
        panel("keyboard", () -> keys(KeyCode.F1));
        keys(KeyCode.ESCAPE);
        panel("commands", () -> keys(KeyCode.K, KeyCode.CONTROL));
        keys(KeyCode.ESCAPE);
        dialog("dialog-unsaved", q -> q.unsaved("Digits CNN"));
        dialog("dialog-recover", q -> q.recover(List.of("Digits CNN, 13 layers, from 21 November, 09:12")));
    }

    private void large() {
        for (int[] size : new int[][]{{1280, 720}, {1920, 1080}, {1024, 640}}) {
            bench.size(size[0], size[1]);
            panel("window-" + size[0] + "x" + size[1], () -> {
                sample("digits-cnn");
                keys(KeyCode.DIGIT4, KeyCode.CONTROL);
            });
        }
        bench.size(1920, 1080);
        FxDriver.run(() -> bench.themes.larger());
        FxDriver.run(() -> bench.themes.larger());
        panel("window-projector", () -> {});
        FxDriver.run(() -> bench.themes.normalSize());
        bench.size(1280, 820);
        FxDriver.run(() -> bench.studio.show(folder.resolve("large.lamina"), Scenes.large(124)));
        panel("far-500", () -> bench.driver.click(canvas(5, 5)).key(KeyCode.L).pulses(60).key(KeyCode.F));
        panel("mini-map", () -> bench.driver.click(canvas(300, 200)).key(KeyCode.DIGIT1));
    }

    /// A picture in both themes of what the work leads to.
    private void panel(String name, Runnable work) {
        work.run();
        bench.settle();
        bench.driver.pulses(3);
        bench.inBothThemes(theme -> {
            bench.driver.screenshot(name + "-" + theme.id());
            judge(name + "-" + theme.id(), bench.driver.scene());
        });
    }

    private void judge(String picture, Scene scene) {
        Faults.of(scene.getRoot()).forEach(fault -> faults.putIfAbsent(fault, picture));
    }

    /// What is asked in a window of its own.
    private void dialog(String name, Consumer<Questions> ask) {
        Stage owner = bench.driver.stage();
        Platform.runLater(
                () -> ask.accept(new SystemQuestions(owner, bench.studio.settings(), bench.themes)));
        await(() -> Window.getWindows().size() > 1);
        Window asking = FxDriver
                .call(() -> Window.getWindows().stream().filter(w -> w != owner).findFirst().orElseThrow());
        bench.inBothThemes(theme -> {
            FxDriver.screenshot(asking.getScene(), name + "-" + theme.id());
            judge(name + "-" + theme.id(), asking.getScene());
        });
        FxDriver.run(asking::hide);
    }

    private void fresh() {
        bench.unsaved = Questions.Unsaved.DISCARD;
        keys(KeyCode.N, KeyCode.CONTROL);
    }

    private void sample(String name) {
        FxDriver.run(() -> bench.studio.openSample(bench.studio.samples().stream()
                .filter(s -> s.file().endsWith(name + ".lamina")).findFirst().orElseThrow()));
        bench.settle();
    }

    private Workspace workspace() {
        return Objects.requireNonNull(bench.studio.workspace());
    }

    private void edit(UnaryOperator<Project> change) {
        FxDriver.run(() -> workspace().document().edit("Change", change));
        bench.settle();
    }

    private NodeId first(String layer) {
        return FxDriver.call(() -> workspace().document().project().graph().nodes().stream()
                .filter(n -> n.layer().card().id().equals(layer)).findFirst().orElseThrow().id());
    }

    private void select(NodeId... nodes) {
        FxDriver.run(() -> workspace().selection().set(Set.of(nodes)));
        bench.settle();
    }

    private void keys(KeyCode key, KeyCode... modifiers) {
        bench.driver.key(key, modifiers);
        bench.settle();
    }

    private void type(String selector, String text) {
        bench.driver.click(selector).key(KeyCode.A, KeyCode.CONTROL).key(KeyCode.DELETE).type(text);
    }

    private Point2D canvas(double x, double y) {
        return FxDriver.call(() -> bench.driver.find("#canvas").localToScene(x, y));
    }

    private void scroll(String pane, double to) {
        FxDriver.run(() -> ((ScrollPane) bench.driver.find(pane)).setVvalue(to));
    }

    /// Brings a part of the inspector into sight.
    private void reveal(String selector) {
        bench.settle();
        bench.driver.reveal(selector);
    }

    private void drawer(double canvas) {
        bench.drawer(canvas);
        bench.settle();
    }

    private void await(BooleanSupplier condition) {
        bench.await(condition);
    }
}
