package org.lamina.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lamina.tensor.Shape;

/// How long shapes, costs and problems of a network of 2,000 layers take: a chain whose every fourth layer goes around.
@Tag("bench")
class InferenceBench {
    private static final int LAYERS = 2000;
    private static final int ROUNDS = 60;
    private static final Expected DATA = new Expected(Shape.image(3, 32, 32), Shape.vector(10), Goal.CLASSES);

    @Test
    void oneEditTakesLessThanTenMilliseconds() {
        Graph graph = chain();
        NodeId early = new NodeId("conv-2d-10");
        NodeId late = new NodeId("conv-2d-480");
        Inference inference = Inference.of(graph, DATA);
        assertThat(graph.nodes()).hasSizeGreaterThanOrEqualTo(LAYERS);
        assertThat(inference.problems()).isEmpty();
        double full = median(_ -> Inference.of(graph, DATA));
        double lateEdit = median(i -> inference.next(graph.apply(set(late, "bias", i % 2 == 0)), DATA));
        double earlyEdit = median(i -> inference.next(graph.apply(set(early, "bias", i % 2 == 0)), DATA));
        double downstream = median(i -> inference.next(graph.apply(set(early, "stride", 1 + i % 2)), DATA));
        System.out.printf(
                "%,d layers: all %.2f ms, one edit %.2f ms, one edit near the input %.2f ms, one that changes all shapes behind it %.2f ms%n",
                graph.nodes().size(), full, lateEdit, earlyEdit, downstream);
        assertThat(List.of(lateEdit, earlyEdit)).allSatisfy(millis -> assertThat(millis).isLessThan(10));
    }

    private static Edit set(NodeId node, String parameter, Object value) {
        return new Edit.SetParameter(node, parameter, value);
    }

    private interface Work {
        Inference round(int number);
    }

    private static double median(Work work) {
        for (int i = 0; i < ROUNDS; i++)
            work.round(i);
        double[] millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            work.round(i);
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }

    private static Graph chain() {
        Sketch net = new Sketch(Shape.image(3, 32, 32)).then("conv-2d", Map.of("filters", 8));
        for (int layers = 2; layers < LAYERS - 3; layers += 4) {
            String around = net.last();
            String branch = net.then("conv-2d", Map.of("filters", 8)).then("batch-norm").then("relu").last();
            net.after(List.of(around, branch), "add", Map.of());
        }
        return net.then("global-average-pool").then("dense", Map.of("units", 10)).then("output").graph();
    }
}
