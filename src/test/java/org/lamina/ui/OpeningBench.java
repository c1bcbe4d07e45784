package org.lamina.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.Figures;
import org.lamina.data.DataSource;
import org.lamina.graph.Edit;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.project.Layout;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.project.ProjectException;
import org.lamina.project.ProjectFile;
import org.lamina.spec.Catalogue;

/// How long a file takes from the request to the painted window, and how long the FX thread answers nobody meanwhile.
/// Printed, not judged: the machine decides.
@Tag("bench")
@ExtendWith(Figures.class)
class OpeningBench {

    private static final int EVERY_MILLIS = 4;

    @TempDir
    Path folder;

    private final Figures.Table table;

    OpeningBench(Figures.Table table) {
        this.table = table;
    }

    @Test
    void openingASampleAndFiveHundredLayers() throws IOException, ProjectException, InterruptedException {
        Path large = folder.resolve("large.lamina");
        ProjectFile.save(new Project("", chain(500), Layout.EMPTY, Catalogue.of(DataSource.class).get("digits"),
                new Plan()), large);
        Path sample = Path.of("sample-projects", "digits-cnn.lamina").toAbsolutePath();
        try (Bench bench = new Bench(folder, folder)) {
            measure(bench, "sample, first", sample);
            for (int i = 0; i < 6; i++)
                measure(bench, "sample, again", sample);
            measure(bench, "500 layers", large);
            measure(bench, "500 layers, again", large);
        }
    }

    /// A convolution, an activation, a convolution, ... and a dense end.
    private static Graph chain(int length) {
        Graph graph = Graph.EMPTY;
        NodeId before = null;
        for (int i = 0; i < length; i++) {
            String kind = i == 0 ? "input" : i == length - 1 ? "output" : List.of("conv-2d", "batch-norm", "relu",
                    "dropout").get(i % 4);
            NodeId id = graph.freshId(kind);
            graph = graph.apply(new Edit.Put(new Node(id, "", Catalogue.layers().get(kind))));
            if (before != null)
                graph = graph.apply(new Edit.Connect(new Wire(before, id, 0)));
            before = id;
        }
        return graph;
    }

    private void measure(Bench bench, String what, Path file) throws InterruptedException {
        AtomicBoolean going = new AtomicBoolean(true);
        ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();
        Thread probe = Thread.startVirtualThread(() -> ask(waits, going));
        long begun = System.nanoTime();
        long before = FxDriver.processorTime();
        FxDriver.run(() -> bench.studio.open(file));
        while (!bench.driver.shows("#canvas"))
            bench.driver.pulses(1);
        bench.driver.pulses(1);
        long painted = System.nanoTime();
        long worked = FxDriver.processorTime() - before;
        TimeUnit.MILLISECONDS.sleep(500);
        going.set(false);
        probe.join();
        table.add("Opening: " + what, "%d ms to the window".formatted((painted - begun) / 1_000_000),
                "(FX thread %d ms, longest wait %d ms)".formatted(worked / 1_000_000,
                        waits.stream().mapToLong(w -> w).max().orElse(0) / 1_000_000));
        FxDriver.run(bench.studio::close);
        bench.settle();
    }

    private static void ask(ConcurrentLinkedQueue<Long> waits, AtomicBoolean going) {
        while (going.get()) {
            long now = System.nanoTime();
            Platform.runLater(() -> waits.add(System.nanoTime() - now));
            try {
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
