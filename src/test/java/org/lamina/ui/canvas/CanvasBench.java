package org.lamina.ui.canvas;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lamina.Figures;
import org.lamina.app.Scenes;
import org.lamina.ui.FxDriver;

/// Processor time of the FX and the render thread for one frame, on a network of about 500 layers. Printed, not
/// judged: the machine decides.
@Tag("bench")
@ExtendWith(Figures.class)
class CanvasBench {
    private static final int FRAMES = 30;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Figures.Table table;

    CanvasBench(Figures.Table table) {
        this.table = table;
    }

    @Test
    void panZoomAndDragOnFiveHundredNodes() {
        long begun = System.nanoTime();
        try (Bench bench = Bench.of(Scenes.large(124).graph())) {
            table.add("%d nodes shown".formatted(bench.graph().nodes().size()), since(begun), "");
            begun = System.nanoTime();
            FxDriver.run(bench.canvas::autoLayout);
            table.add("    auto layout, with drawing", since(begun), "");
            Point2D middle = bench.onCanvas(600, 400);
            bench.hand.move(middle).pulses(5);
            measure(bench, "zoom out and in, all seen",
                    i -> bench.hand.scroll(i % 2 == 0 ? 40 : -40));
            FxDriver.run(bench.canvas.viewport()::zoomFull);
            measure(bench, "zoom at 100 %", i -> bench.hand.scroll(i % 2 == 0 ? 40 : -40));
            bench.hand.press(javafx.scene.input.MouseButton.MIDDLE);
            measure(bench, "pan at 100 %", i -> bench.hand.move(middle.add(i % 30 * 8, i % 30 * 4)));
            bench.hand.release().pulses(20);
            FxDriver.run(() -> bench.canvas.goTo(bench.document.project().graph().order().get(9).id()));
            Point2D node = bench.hand.centre("#node-" + bench.selected().getFirst());
            bench.hand.move(node).press();
            measure(bench, "drag one node", i -> bench.hand.move(node.add(i * 3, i * 2)));
            bench.hand.release();
        }
    }

    private void measure(Bench bench, String what, java.util.function.IntConsumer frame) {
        bench.hand.pulses(3);
        long fx = cpu("JavaFX Application Thread");
        long render = cpu("QuantumRenderer-0");
        for (int i = 0; i < FRAMES; i++) {
            frame.accept(i);
        }
        table.add("    a frame of: " + what, "FX %.1f, render %.1f ms".formatted(
                (cpu("JavaFX Application Thread") - fx) / 1e6 / FRAMES,
                (cpu("QuantumRenderer-0") - render) / 1e6 / FRAMES), "");
    }

    private static String since(long begun) {
        return "%d ms".formatted((System.nanoTime() - begun) / 1_000_000);
    }

    private long cpu(String thread) {
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(i -> i != null && i.getThreadName().equals(thread))
                .mapToLong(i -> threads.getThreadCpuTime(i.getThreadId())).sum();
    }
}
