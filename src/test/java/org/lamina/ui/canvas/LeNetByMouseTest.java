package org.lamina.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamina.graph.Graph;
import org.lamina.project.Project;
import org.lamina.ui.FxDriver;

/// The network of LeCun et al., 1998, drawn from nothing.
class LeNetByMouseTest {

    private static final List<String> LAYERS = List.of("input", "conv-2d", "relu", "max-pool-2d", "conv-2d", "relu",
            "max-pool-2d", "flatten", "dense", "output");

    @Test
    void everyStepIsUndoneToNothingAndRedoneToTheSameObject() {
        try (Bench bench = Bench.empty()) {
            Project nothing = FxDriver.call(bench.document::project);
            List<String> ids = drag(bench);
            wire(bench, ids);
            bench.hand.screenshot("canvas-lenet");
            assertThat(FxDriver.call(() -> bench.document.inference().problems())).isEmpty();
            assertThat(FxDriver.call(() -> bench.document.inference().total().parameters())).isPositive();

            Project drawn = FxDriver.call(bench.document::project);
            int steps = ids.size() + ids.size() - 1;
            FxDriver.run(() -> times(steps, bench.document::undo));
            assertThat(FxDriver.call(bench.document::project)).isSameAs(nothing);
            assertThat(bench.undoLabel()).isEmpty();
            assertThat(bench.hand.all(".node-view")).isEmpty();
            FxDriver.run(() -> times(steps, bench.document::redo));
            assertThat(FxDriver.call(bench.document::project)).isSameAs(drawn);
            assertThat(bench.hand.all(".wire-view")).hasSize(ids.size() - 1);
        }
    }

    private static List<String> drag(Bench bench) {
        List<String> ids = new ArrayList<>();
        for (String layer : LAYERS) {
            String id = FxDriver.call(() -> Graph.of(bench.document.project().graph().nodes(), List.of())
                    .freshId(layer).value());
            int at = ids.size();
            bench.hand.drag(bench.hand.reveal("#palette-" + layer),
                    bench.onCanvas(118 + 236 * (at % 5), 200 + 260 * (at / 5)));
            ids.add(id);
        }
        return ids;
    }

    private static void wire(Bench bench, List<String> ids) {
        for (int i = 1; i < ids.size(); i++)
            bench.hand.drag(bench.port("node-" + ids.get(i - 1) + "-out"), bench.port("node-" + ids.get(i) + "-in-0"));
    }

    private static void times(int count, Runnable step) {
        for (int i = 0; i < count; i++)
            step.run();
    }
}
