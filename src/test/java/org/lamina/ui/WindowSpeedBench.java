package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.Duel;
import org.lamina.Figures;
import org.lamina.app.Capture;
import org.lamina.app.RunProgress;
import org.lamina.app.RunState;
import org.lamina.app.Training;
import org.lamina.app.Watch;
import org.lamina.engine.BareDjl;
import org.lamina.engine.BenchNetworks;
import org.lamina.engine.EngineThread;
import org.lamina.graph.NodeId;
import org.lamina.project.Project;

/// Samples per second of a run in the studio's window, its curves drawn and feature maps alive on the nodes, against
/// plain DJL in the same process: the run is paused while plain DJL has its turn, and the window stays open. The ratio
/// is told and not judged: without a graphics card the window is drawn on the cores that the run wants.
@Tag("bench")
@ExtendWith(Figures.class)
class WindowSpeedBench {
    private static final int ROUNDS = 15;
    private static final double SECONDS = 1.2;
    /// Until the code of window and run is compiled.
    private static final int WARM = 300;
    /// A person does not wake the window either.
    private static final long POLL = 20_000_000;

    @TempDir
    Path folder;

    @Test
    void cnnInTheWindowIsFasterThanPlainDjl(Figures.Table table) {
        Project project = BenchNetworks.cnn();
        try (Bench bench = new Bench(folder, Path.of("sample-projects"), EngineThread.start())) {
            bench.size(1440, 900);
            FxDriver.run(() -> bench.studio.show(folder.resolve("cnn.lamina"), project));
            bench.settle();
            Training training = Objects.requireNonNull(bench.studio.workspace()).training();
            await(() -> training.state() == RunState.IDLE);
            FxDriver.run(training.verbs().train::run);
            await(() -> training.state() == RunState.RUNNING && progress(bench).step() > WARM);
            bench.driver.screenshot("bench-window");
            pause(bench, training);
            try (BareDjl bare = BareDjl.cnn()) {
                long before = newest(bench);
                Shares shares = new Shares();
                Duel duel = Duel.of(ROUNDS, () -> rate(bench, training, project.plan().batchSize(), shares),
                        () -> bare.rate(SECONDS));
                assertThat(newest(bench)).as("maps that came while it was measured").isGreaterThan(before);
                table.add("CNN 32/64, batch 64, window open, maps live", duel, "plain DJL", 1.15);
                table.add("    of which pictures", "%.1f %% of the engine's time".formatted(100 * looking(bench)), "");
                table.add("    shares of one core, in percent", shares.toString(), "");
            }
        }
    }

    /// From the first to the last progress that the window hears of in a while; paused before and after.
    private static double rate(Bench bench, Training training, int batch, Shares shares) {
        FxDriver.run(training.verbs().resume::run);
        RunProgress first = next(bench, progress(bench));
        long begin = System.nanoTime();
        RunProgress[] last = {first};
        long[] end = {begin};
        shares.during(() -> {
            while (end[0] - begin < SECONDS * 1e9) {
                last[0] = next(bench, last[0]);
                end[0] = System.nanoTime();
            }
        });
        pause(bench, training);
        return batch * (last[0].step() - first.step()) / ((end[0] - begin) / 1e9);
    }

    private static RunProgress next(Bench bench, RunProgress before) {
        await(() -> progress(bench).step() > before.step());
        return progress(bench);
    }

    private static void pause(Bench bench, Training training) {
        FxDriver.run(training.verbs().pause::run);
        await(() -> training.state() == RunState.PAUSED);
        bench.driver.pulses(10);
    }

    private static Watch watch(Bench bench) {
        return Objects.requireNonNull(bench.studio.workspace()).watch();
    }

    private static RunProgress progress(Bench bench) {
        return watch(bench).status().progressProperty().get();
    }

    private static double looking(Bench bench) {
        return watch(bench).status().lookingProperty().get();
    }

    /// The step of the newest map that both convolutions have.
    private static long newest(Bench bench) {
        return FxDriver.call(() -> Math.min(step(bench, "conv-1"), step(bench, "conv-2")));
    }

    private static long step(Bench bench, String node) {
        Capture capture = watch(bench).looking().output(new NodeId(node));
        return capture == null ? -1 : capture.step();
    }

    private static void await(BooleanSupplier what) {
        for (int pulse = 0; pulse < 6000; pulse++) {
            if (FxDriver.call(what::getAsBoolean))
                return;
            LockSupport.parkNanos(POLL);
        }
        throw new AssertionError("it never came");
    }
}
