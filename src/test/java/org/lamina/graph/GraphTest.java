package org.lamina.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamina.Figures;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Layer;
import org.lamina.spec.Params;
import org.lamina.tensor.Shape;

class GraphTest {

    /// Edits drawn by seed, refused ones among them, keep what a network must be.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void drawnEditsKeepTheInvariants(int seed) {
        Random random = new Random(seed);
        Graph graph = Graph.EMPTY;
        Inference inference = Inference.of(graph, null);
        for (int step = 0; step < 300; step++) {
            Edit edit = drawn(graph, random);
            Graph next = applied(graph, edit);
            assertOrdered(next);
            assertThat(next.wires().stream().map(w -> w.to() + ":" + w.port())).doesNotHaveDuplicates();
            assertThat(applied(next, edit)).as("%s twice", edit).isSameAs(next);
            inference = inference.next(next, null);
            assertSameAsFull(inference, next);
            graph = next;
        }
        assertThat(graph.nodes()).hasSizeGreaterThan(5);
    }

    private static Graph applied(Graph graph, Edit edit) {
        try {
            return graph.apply(edit);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining(" ");
            return graph;
        }
    }

    private static void assertOrdered(Graph graph) {
        Map<NodeId, Integer> place = new HashMap<>();
        for (Node node : graph.order())
            place.put(node.id(), place.size());
        assertThat(place).hasSize(graph.nodes().size());
        for (Wire wire : graph.wires()) {
            assertThat(place.getOrDefault(wire.from(), -1)).isLessThan(place.getOrDefault(wire.to(), -1));
            assertThat(wire.port()).isLessThan(graph.node(wire.to()).orElseThrow().layer().ports().max());
        }
    }

    private static void assertSameAsFull(Inference inference, Graph graph) {
        Inference full = Inference.of(graph, null);
        assertThat(inference.problems()).isEqualTo(full.problems());
        assertThat(inference.total()).isEqualTo(full.total());
        for (Node node : graph.nodes())
            assertThat(inference.at(node.id())).isEqualTo(full.at(node.id()));
    }

    private static Edit drawn(Graph graph, Random random) {
        List<NodeId> ids = new ArrayList<>(graph.nodes().stream().map(Node::id).toList());
        for (int spare = 0; spare < 3; spare++)
            ids.add(new NodeId("n" + random.nextInt(12)));
        NodeId one = ids.get(random.nextInt(ids.size()));
        NodeId other = ids.get(random.nextInt(ids.size()));
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Edit.Put(new Node(one, "", layer(random)));
            case 2 ->
                random.nextInt(3) == 0 ? new Edit.Remove(one) : new Edit.Rename(one, "title " + random.nextInt(3));
            case 3 -> graph.wires().stream().findFirst().<Edit>map(Edit.Disconnect::new)
                    .orElse(new Edit.Put(new Node(one, "", layer(random))));
            case 4 -> new Edit.SetParameter(one, "units", 1 + random.nextInt(20));
            default -> new Edit.Connect(new Wire(one, other, random.nextInt(3)));
        };
    }

    private static Layer layer(Random random) {
        List<Layer> entries = Catalogue.layers().entries();
        Layer layer = entries.get(random.nextInt(entries.size()));
        return layer.card().id().equals("input") ? Params.with(layer, "shape", Shape.image(2, 6, 6)) : layer;
    }

    @Test
    void aLayerWithFewerInputsLosesTheWiresItHasNoPlaceFor() {
        Graph graph = new Sketch(Shape.vector(3)).after(List.of("input-1", "input-1"), "add", Map.of()).then("output")
                .graph();
        Graph changed = graph.apply(new Edit.Put(new Node("add-1", Catalogue.layers().get("relu"))));
        assertThat(changed.wires()).containsExactlyInAnyOrder(new Wire("input-1", "add-1"),
                new Wire("add-1", "output-1"));
    }

    @Test
    @Tag("bench")
    @ExtendWith(Figures.class)
    void twoThousandLayersAreInferredAgainWithinTenMillisecondsOfAnEditNearTheEnd(Figures.Table table) {
        Sketch chain = new Sketch(Shape.image(3, 32, 32));
        for (int i = 0; i < 1000; i++)
            chain.then("conv-2d", Map.of("filters", 3)).then("relu");
        Graph graph = chain.then("output").graph();
        Inference inference = Inference.of(graph, null);
        List<Double> late = new ArrayList<>();
        List<Double> early = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            late.add(milliseconds(inference,
                    graph.apply(new Edit.SetParameter(new NodeId("conv-2d-990"), "bias", false))));
            early.add(
                    milliseconds(inference, graph.apply(new Edit.SetParameter(new NodeId("conv-2d-1"), "padding", 0))));
        }
        table.add("2,000 layers inferred after an edit at the end", "%.1f ms".formatted(median(late)),
                "less than 10 ms");
        table.add("2,000 layers inferred after an edit at the start", "%.1f ms".formatted(median(early)),
                "less than 30 ms");
        assertThat(median(late)).isLessThan(10);
        assertThat(median(early)).isLessThan(30);
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /// Of this thread, so that a busy machine does not count.
    private static double milliseconds(Inference inference, Graph changed) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        Inference next = inference.next(changed, null);
        double taken = (clock.getCurrentThreadCpuTime() - start) / 1e6;
        assertThat(next.graph()).isSameAs(changed).isNotSameAs(inference.graph());
        return taken;
    }
}
