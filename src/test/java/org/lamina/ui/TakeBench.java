package org.lamina.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.RunState;
import org.lamina.app.Workspace;
import org.lamina.engine.EngineThread;

/// Views of the sample network are taken away while it learns: how long the FX thread lets a caller wait, and how long a
/// person waits for the file.
@Tag("bench")
class TakeBench {

    private static final int TIMES = 6;

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder, Path.of("sample-projects"), EngineThread.start());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void interfaceAnswersWhileViewsAreTakenAway() throws InterruptedException {
        bench.size(1440, 900);
        bench.endlessDigits();
        bench.driver.key(KeyCode.DIGIT2, KeyCode.CONTROL).key(KeyCode.F5);
        bench.await(() -> workspace().timeLine().kept().count() > 15);
        System.out.println(new Probe().over("nothing taken, learning", 4, () -> {}));
        all("learning");
        bench.driver.key(KeyCode.F6);
        bench.await(() -> workspace().training().state() == RunState.PAUSED);
        all("paused");
        film("save-gif-canvas");
    }

    private void all(String when) throws InterruptedException {
        take("save-drawing-canvas", ".svg", when);
        take("save-picture-canvas", ".png", when);
        take("save-drawing", ".svg", when);
        take("save-picture", ".png", when);
        take("save-numbers", ".csv", when);
    }

    private void take(String way, String ending, String when) throws InterruptedException {
        double[] millis = new double[TIMES];
        System.out.println(new Probe().over(way + ", " + when, 1, () -> {
            for (int i = 0; i < TIMES; i++)
                millis[i] = save(way, folder.resolve(way + when + i + ending));
        }));
        System.out.printf("    first file after %.0f ms, of %d others the slowest after %.0f ms%n", millis[0],
                TIMES - 1,
                Arrays.stream(millis).skip(1).max().orElse(0));
    }

    /// @return milliseconds until the file is there
    private double save(String way, Path file) {
        long begin = System.nanoTime();
        bench.save = file;
        fire(way);
        bench.await(() -> Files.exists(file));
        return (System.nanoTime() - begin) / 1e6;
    }

    private void film(String way) throws InterruptedException {
        System.out.println(new Probe().over(way, 20, () -> {
            System.out.printf("%s: %.0f ms%n", way, save(way, folder.resolve(way + ".gif")));
        }));
    }

    private void fire(String way) {
        FxDriver.run(() -> bench.window.groups().stream().flatMap(g -> g.actions().stream())
                .filter(a -> a.id().equals(way)).findFirst().orElseThrow().fire());
    }

    private Workspace workspace() {
        return Objects.requireNonNull(bench.studio.workspace());
    }
}
