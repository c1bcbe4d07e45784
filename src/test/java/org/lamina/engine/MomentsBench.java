package org.lamina.engine;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.graph.Inference;
import org.lamina.project.Project;
import org.lamina.project.ProjectFile;

/// What keeping moments takes of the time, nobody looking: of the sample that learns digits, and of two networks in the
/// way of others. Printed, not judged.
@Tag("bench")
class MomentsBench {

    private static final double SECONDS = 8;

    @TempDir
    Path folder;

    @Test
    void keepingTakesLittleOfTheTime() throws Exception {
        measure("digits-cnn", ProjectFile.open(Path.of("sample-projects", "digits-cnn.lamina")).project());
        measure("CNN 32/64", BenchNetworks.cnn());
        measure("MLP 784-256-128-10", BenchNetworks.mlp());
    }

    private void measure(String name, Project project) throws Exception {
        try (ExecutorService assembling = Executors.newSingleThreadExecutor();
                Rig rig = new Rig(folder.resolve(name), System::nanoTime, assembling)) {
            rig.train(project).advance(50);
            long begin = System.nanoTime();
            int steps = 0;
            for (; System.nanoTime() - begin < SECONDS * 1e9; steps++) {
                rig.session.advance();
                rig.mailbox.take();
            }
            double step = (System.nanoTime() - begin) / 1e6 / steps;
            Event.Kept kept = rig.last(Event.Kept.class);
            double keeping = keeping(project);
            System.out.printf(
                    "%s: a step takes %.2f ms, keeping %,.0f kB %.3f ms, every %d steps: %.2f %% of the time%n",
                    name, step, (double) kept.bytes() / kept.count() / 1000, keeping, kept.every(),
                    100 * keeping / (double) kept.every() / step);
        }
    }

    /// Median milliseconds.
    private static double keeping(Project project) throws Exception {
        try (Network network = new Network(Inference.of(project.graph(), null), Device.cpu(), 1)) {
            double[] taken = new double[201];
            for (int i = 0; i < taken.length; i++) {
                long begin = System.nanoTime();
                network.weights();
                taken[i] = (System.nanoTime() - begin) / 1e6;
            }
            return Arrays.stream(taken).sorted().toArray()[taken.length / 2];
        }
    }
}
