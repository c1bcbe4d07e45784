package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javafx.scene.image.WritableImage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.RunState;
import org.lamina.app.Workspace;
import org.lamina.cli.Lamina;
import org.lamina.cli.Tools;
import org.lamina.engine.EngineThread;
import org.lamina.graph.Graph;

class SittingTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder, Bench.smallSamples(folder), EngineThread.start());
        bench.driver.click("#sample-digits-mlp");
        bench.settle();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Workspace workspace() {
        return Objects.requireNonNull(bench.studio.workspace());
    }

    private Map<Path, WritableImage> sit(int steps, Map<Path, String> wanted) {
        CompletableFuture<Map<Path, WritableImage>> drawn = new CompletableFuture<>();
        FxDriver.run(() -> new Sitting(bench.window, bench.driver.stage().getScene(), bench.studio, drawn)
                .begin(steps, wanted));
        return drawn.orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Test
    void panelsAreDrawnOneAfterTheOtherWhileTheNetworkLearns() {
        Map<Path, String> wanted = new LinkedHashMap<>();
        for (String panel : List.of("maps", "predictions", "arithmetic"))
            wanted.put(folder.resolve(panel + ".png"), panel);
        Map<Path, WritableImage> pictures = sit(3, wanted);
        assertThat(pictures.keySet()).containsExactlyElementsOf(wanted.keySet());
        assertThat(workspace().watch().status().progressProperty().get().step()).isGreaterThanOrEqualTo(3);
        assertThat(FxDriver.call(() -> bench.driver.find("#arithmetic-formula").isVisible())).isTrue();
        List<WritableImage> drawn = List.copyOf(pictures.values());
        assertThat(share(drawn.get(0), drawn.get(1))).isGreaterThan(0.01);
        assertThat(share(drawn.get(1), drawn.get(2))).isGreaterThan(0.01);
    }

    @Test
    void withoutStepsNothingLearns() {
        assertThat(sit(0, Map.of(folder.resolve("a.png"), ""))).hasSize(1);
        assertThat(workspace().training().state()).isIn(RunState.STARTING, RunState.IDLE);
        assertThat(workspace().watch().curves().runs()).isEmpty();
    }

    @Test
    void whatCannotLearnSaysWhy() {
        FxDriver.run(() -> workspace().document().edit("Empty", p -> p.with(Graph.EMPTY)));
        ThrowingCallable sitting = () -> sit(1, Map.of(folder.resolve("a.png"), ""));
        assertThatThrownBy(sitting).isInstanceOf(CompletionException.class)
                .hasMessageContaining("IOException: the network cannot learn: ");
    }

    @Test
    void refusedRunSaysWhy() {
        bench.write("runs", "a file where the folder of the runs belongs");
        ThrowingCallable sitting = () -> sit(1, Map.of(folder.resolve("a.png"), ""));
        assertThatThrownBy(sitting).isInstanceOf(CompletionException.class)
                .hasMessageContaining(
                        "IOException: the network cannot learn: Stopped while creating the folder of the run");
    }

    /// The command line names all panels of the window.
    @Test
    void everyPanelCanBeAskedFor() {
        StringWriter help = new StringWriter();
        Lamina.run(new Tools(() -> {
            throw new AssertionError("no engine is needed");
        }, (_, _, _, _, _) -> {}, _ -> () -> {}, false, List.of()), new PrintWriter(help), new PrintWriter(help),
                "screenshot", "--help");
        List<String> panels = FxDriver.call(bench.window::groups).stream().flatMap(g -> g.actions().stream())
                .map(Action::id).filter(id -> id.startsWith("show-")).map(id -> id.substring("show-".length()))
                .toList();
        assertThat(panels).hasSizeGreaterThan(10);
        assertThat(help.toString().replaceAll("\\s+", " ")).contains(String.join(", ", panels));
    }

    /// Share of the pixels in which two pictures differ.
    private static double share(WritableImage a, WritableImage b) {
        int differ = 0;
        for (int y = 0; y < a.getHeight(); y++)
            for (int x = 0; x < a.getWidth(); x++)
                differ += a.getPixelReader().getArgb(x, y) == b.getPixelReader().getArgb(x, y) ? 0 : 1;
        return differ / (a.getWidth() * a.getHeight());
    }
}
