package org.lamina.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.RunState;
import org.lamina.engine.EngineThread;
import org.lamina.graph.NodeId;
import org.lamina.ui.theme.Theme;

/// The sample network learns in the window, its maps alive: how long the FX thread lets a caller wait, and what it looks
/// like. Times are printed, not judged: the machine decides.
@Tag("bench")
class LiveBench {

    private static final int EVERY_MILLIS = 16;
    private static final int SECONDS = 20;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

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
            await(bench, RunState.IDLE);
            bench.driver.key(KeyCode.F5);
            await(bench, RunState.RUNNING);
            measure("plots and maps on nodes");
            bench.driver.screenshot("training-light");
            FxDriver.run(() -> bench.themes.themeProperty().set(Theme.DARK));
            bench.driver.pulses(30).screenshot("training-dark");
            bench.driver.key(KeyCode.DIGIT2, KeyCode.CONTROL).pulses(30);
            measure("maps in the drawer and on nodes");
            bench.driver.screenshot("training-maps");
        }
    }

    private static void await(Bench bench, RunState state) {
        for (int pulse = 0; pulse < 6000; pulse++) {
            if (FxDriver.call(() -> Objects.requireNonNull(bench.studio.workspace()).training().state()) == state)
                return;
            bench.driver.pulses(1);
        }
        throw new AssertionError("never " + state);
    }

    private void measure(String what) throws InterruptedException {
        ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();
        long processor = processorTime();
        for (int asked = 0; asked < SECONDS * 1000 / EVERY_MILLIS; asked++) {
            long now = System.nanoTime();
            Platform.runLater(() -> waits.add(System.nanoTime() - now));
            TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
        }
        FxDriver.run(() -> {});
        double[] millis = waits.stream().mapToDouble(w -> w / 1e6).sorted().toArray();
        System.out.printf("%s: %d asked, waits median %.1f, 95 %% %.1f, longest %.1f ms; FX thread busy %.1f %%%n",
                what,
                millis.length, millis[millis.length / 2], millis[millis.length * 95 / 100],
                millis[millis.length - 1], (processorTime() - processor) / (SECONDS * 1e7));
    }

    private long processorTime() {
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(i -> i != null && i.getThreadName().equals("JavaFX Application Thread"))
                .mapToLong(i -> threads.getThreadCpuTime(i.getThreadId())).sum();
    }
}
