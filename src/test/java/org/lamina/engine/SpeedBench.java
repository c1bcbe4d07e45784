package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.generate.Digits;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.project.Project;

/// Samples per second of the studio's loop against plain DJL, in turns, medians of windows. Ratios hold on a machine
/// that has nothing else to do.
@Tag("bench")
class SpeedBench {
    private static final int WINDOWS = 11;
    private static final double SECONDS = 1;

    @TempDir
    Path folder;

    @Test
    void cnnIsAQuarterFasterThanPlainDjl() {
        assertThat(measure("CNN 32/64, batch 64", cnn(), Looks.NOTHING, 64,
                () -> new BareDjl(BareDjl.cnn(), new Shape(64, 1, 28, 28)))).isGreaterThanOrEqualTo(1.25);
    }

    @Test
    void cnnWithMapsTakenIsFasterThanPlainDjl() {
        Looks maps = new Looks(Set.of(new NodeId("conv-1"), new NodeId("conv-2")), Set.of(), 0, List.of(), false);
        assertThat(measure("CNN 32/64 with maps", cnn(), maps, 64,
                () -> new BareDjl(BareDjl.cnn(), new Shape(64, 1, 28, 28)))).isGreaterThanOrEqualTo(1.15);
    }

    @Test
    void mlpIsAsFastAsPlainDjl() {
        assertThat(measure("MLP 784-256-128-10, batch 128", mlp(), Looks.NOTHING, 128,
                () -> new BareDjl(BareDjl.mlp(), new Shape(128, 1, 28, 28)))).isGreaterThanOrEqualTo(1);
    }

    private interface Yardstick {
        BareDjl start();
    }

    private double measure(String what, Project project, Looks looks, int batch, Yardstick yardstick) {
        Torch.start();
        int all = Runtime.getRuntime().availableProcessors();
        try (ExecutorService assembling = Executors.newSingleThreadExecutor();
                Rig rig = new Rig(folder, System::nanoTime, assembling);
                BareDjl bare = yardstick.start()) {
            rig.send(new Command.Look(looks)).train(project);
            double[] ours = new double[WINDOWS];
            double[] theirs = new double[WINDOWS];
            for (int i = -1; i < WINDOWS; i++) {
                Torch.threads(rig.threads());
                double mine = batch * rate(() -> {
                    rig.session.advance();
                    rig.fetch();
                });
                Torch.threads(all);
                double other = batch * rate(bare::step);
                if (i >= 0) {
                    ours[i] = mine;
                    theirs[i] = other;
                }
            }
            double ratio = median(ours) / median(theirs);
            System.out.printf("%-32s lamina %,8.0f/s   plain DJL %,8.0f/s   ratio %.2f%n", what, median(ours),
                    median(theirs), ratio);
            return ratio;
        }
    }

    /// Steps per second over one window.
    private static double rate(Runnable step) {
        long begin = System.nanoTime();
        int steps = 0;
        double seconds;
        do {
            step.run();
            steps++;
            seconds = (System.nanoTime() - begin) / 1e9;
        } while (seconds < SECONDS);
        return steps / seconds;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Project cnn() {
        return project(64, List.of(Rig.input(), Rig.node("conv-1", "conv-2d", Map.of("filters", 32, "kernel", 5,
                "padding", 2)), Rig.node("relu-1", "relu", Map.of()), Rig.node("pool-1", "max-pool-2d", Map.of()),
                Rig.node("conv-2", "conv-2d", Map.of("filters", 64, "kernel", 5, "padding", 0)),
                Rig.node("relu-2", "relu", Map.of()), Rig.node("pool-2", "max-pool-2d", Map.of()),
                Rig.node("flat", "flatten", Map.of()), Rig.node("dense-1", "dense", Map.of("units", 120)),
                Rig.node("relu-3", "relu", Map.of()), Rig.node("dense-2", "dense", Map.of("units", 84)),
                Rig.node("relu-4", "relu", Map.of()), Rig.node("last", "dense", Map.of("units", 10)),
                Rig.node("out", "output", Map.of())));
    }

    private static Project mlp() {
        return project(128, List.of(Rig.input(), Rig.node("flat", "flatten", Map.of()),
                Rig.node("dense-1", "dense", Map.of("units", 256)), Rig.node("relu-1", "relu", Map.of()),
                Rig.node("dense-2", "dense", Map.of("units", 128)), Rig.node("relu-2", "relu", Map.of()),
                Rig.node("last", "dense", Map.of("units", 10)), Rig.node("out", "output", Map.of())));
    }

    /// So many samples that validation takes no time to speak of.
    private static Project project(int batch, List<Node> chain) {
        return Rig.project(new Digits(20_000, 1, 1),
                Rig.plan(Map.of("batchSize", batch, "epochs", 100_000, "validation", 0.01)), chain);
    }
}
