package org.lamina.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamina.spec.Inferred;
import org.lamina.spec.Params;
import org.lamina.tensor.Shape;

class BlocksTest {

    private static final NodeId BLOCK = new NodeId("block");
    private static final Shape PICTURE = Shape.image(3, 8, 8);

    private static Graph network(Map<String, Object> values) {
        return Blocks.network(Blocks.convRelu(), PICTURE, values);
    }

    private static Object filters(Graph graph, String path) {
        return Params.get(graph.expanded().node(new NodeId(path)).orElseThrow().layer(), "filters");
    }

    @Test
    void aGraphWithoutBlocksIsItsOwnExpansion() {
        Graph graph = new Sketch(PICTURE).then("relu").then("output").graph();
        assertThat(graph.expanded()).isSameAs(graph);
    }

    @Test
    void whatABlockHoldsStandsInItsPlace() {
        Graph expanded = network(Map.of()).expanded();
        assertThat(expanded.order()).extracting(n -> n.id() + ": " + n.label()).containsExactly("input: Input",
                "block/in: Conv and ReLU › Block input", "block/conv: Conv and ReLU › Conv 2D",
                "block/relu: Conv and ReLU › ReLU", "block: Conv and ReLU", "output: Output");
        assertThat(expanded.wires()).containsExactlyInAnyOrder(new Wire("input", "block/in"),
                new Wire("block/in", "block/conv"), new Wire("block/conv", "block/relu"),
                new Wire("block/relu", "block"), new Wire("block", "output"));
    }

    @Test
    void repetitionsFeedEachOther() {
        Graph expanded = network(Map.of("repeat", 3)).expanded();
        assertThat(expanded.wires()).contains(new Wire("input", "block/1/in"), new Wire("block/1", "block/2/in"),
                new Wire("block/2", "block/3/in"), new Wire("block/3", "block"), new Wire("block", "output"));
        assertThat(expanded.nodes()).hasSize(2 + 3 * 4 + 1);
    }

    @Test
    void layersThatAreCalledTheSameAreToldApartByTheirPlace() {
        Graph two = network(Map.of()).apply(new Edit.Put(Blocks.node("relu", "relu", Map.of())))
                .apply(new Edit.Put(Blocks.node("again", "relu", Map.of())))
                .apply(new Edit.Connect(new Wire("block", "relu", 0)))
                .apply(new Edit.Connect(new Wire("relu", "again", 0)));
        Inference inference = Inference.of(two, null);
        assertThat(List.of("input", "relu", "again", "block/relu", "gone"))
                .extracting(id -> inference.label(new NodeId(id)))
                .containsExactly("Input", "ReLU 1", "ReLU 2", "Conv and ReLU › ReLU", "gone");
    }

    /// Conv of 3→f and f→f channels, 3×3 with bias, by hand.
    @ParameterizedTest(name = "{0} filters, {1} times")
    @CsvSource({"4, 1, 112", "4, 3, 408", "8, 2, 808"})
    void parametersAreThoseOfAllRepetitions(int filters, int repeat, long parameters) {
        Inference inference = Inference.of(network(Map.of("Filters", filters, "repeat", repeat)), null);
        assertThat(inference.shape(BLOCK)).hasValue(Shape.image(filters, 8, 8));
        assertThat(inference.cost(BLOCK).parameters()).isEqualTo(parameters);
        assertThat(inference.total().parameters()).isEqualTo(parameters);
        assertThat(inference.problems()).isEmpty();
    }

    @Test
    void blocksWithinBlocksAreExpandedToo() {
        Graph graph = Blocks.network(Blocks.around(Blocks.convRelu()), Shape.image(4, 8, 8), Map.of("repeat", 2));
        assertThat(graph.expanded().contains(new NodeId("block/2/inner/conv"))).isTrue();
        assertThat(Inference.of(graph, null).total().parameters()).isEqualTo(2 * (4 * 4 * 9 + 4));
    }

    @Test
    void insideOfABlockShapesAreThoseOfItsUse() {
        Inference inside = Inference.of(network(Map.of("Filters", 8, "repeat", 2)), null).within(List.of(BLOCK));
        assertThat(inside.path(new NodeId("conv"))).isEqualTo(new NodeId("block/1/conv"));
        assertThat(inside.shape(new NodeId("in"))).hasValue(PICTURE);
        assertThat(inside.shape(new NodeId("conv"))).hasValue(Shape.image(8, 8, 8));
        assertThat(inside.shape(new NodeId("out"))).hasValue(Shape.image(8, 8, 8));
        assertThat(Params.get(inside.graph().node(new NodeId("conv")).orElseThrow().layer(), "filters")).isEqualTo(8);
    }

    @Test
    void anEditInsideChangesAllUses() {
        Graph two = network(Map.of("Filters", 8)).apply(
                List.of(new Edit.Put(new Node("other", new Use(Blocks.convRelu()))),
                        new Edit.Connect(new Wire("block", "other"))));
        Graph changed = two.apply(new Edit.SetParameter(new NodeId("block/conv"), "kernel", 5));
        assertThat(changed.definitions().values()).hasSize(1);
        assertThat(Params.get(changed.expanded().node(new NodeId("other/conv")).orElseThrow().layer(), "kernel"))
                .isEqualTo(5);
        assertThat(filters(changed, "block/conv")).isEqualTo(8);
        assertThat(filters(changed, "other/conv")).isEqualTo(4);
    }

    @Test
    void anExposedParameterIsTheUsesOwnWhereverItIsSet() {
        Graph two = network(Map.of()).apply(List.of(new Edit.Put(new Node("other", new Use(Blocks.convRelu()))),
                new Edit.Connect(new Wire("block", "other"))));
        Graph outside = two.apply(new Edit.SetParameter(BLOCK, "Filters", 16));
        assertThat(two.apply(new Edit.SetParameter(new NodeId("block/conv"), "filters", 16))).isEqualTo(outside);
        assertThat(filters(outside, "block/conv")).isEqualTo(16);
        assertThat(filters(outside, "other/conv")).isEqualTo(4);
        assertThat(outside.definitions()).isEqualTo(two.definitions());
    }

    @Test
    void oneParameterSetsSeveralLayers() {
        Graph inside = Blocks.inside(List.of(Blocks.node("a", "conv-2d", Map.of("filters", 4)),
                Blocks.node("b", "conv-2d", Map.of("filters", 4))));
        Definition both = new Definition("Both", "", inside, List.of(
                new Exposed("Filters", new Exposed.Target("a", "filters"), new Exposed.Target("b", "filters"))));
        Graph graph = Blocks.network(both, PICTURE, Map.of("Filters", 7));
        assertThat(List.of(filters(graph, "block/a"), filters(graph, "block/b"))).containsExactly(7, 7);
    }

    @Test
    void wiresFollowTheirInputWhenAnotherGoes() {
        Definition merge = new Definition("Merge", "", Graph.of(
                List.of(new Node("left", new BlockInput()), new Node("right", new BlockInput()),
                        Blocks.node("add", "add", Map.of()), new Node("out", new BlockOutput())),
                List.of(new Wire("left", "add", 0), new Wire("right", "add", 1), new Wire("add", "out"))), List.of());
        Graph graph = new Sketch(PICTURE).then("relu").graph()
                .apply(List.of(new Edit.Put(new Node("block", new Use(merge))),
                        new Edit.Connect(new Wire("input-1", "block", 0)),
                        new Edit.Connect(new Wire("relu-1", "block", 1))));
        Graph changed = graph.apply(new Edit.Remove(new NodeId("block/left")));
        assertThat(changed.incoming(BLOCK)).containsExactly(new Wire("relu-1", "block", 0));
    }

    @Test
    void aProblemInsideShowsAtTheBlockAndItsFixMendsTheBlock() {
        Definition head = new Definition("Head", "",
                Blocks.inside(List.of(Blocks.node("dense", "dense", Map.of("units", 10)))), List.of());
        Inference inference = Inference.of(Blocks.network(head, PICTURE, Map.of("repeat", 1)), null);
        assertThat(inference.problems(BLOCK)).extracting(Problem::message).singleElement().asString()
                .startsWith("Head › Dense needs");
        assertThat(inference.at(BLOCK)).isInstanceOf(Inferred.Refused.class);
        Fix flatten = inference.problems(BLOCK).getFirst().fixes().getFirst();
        Graph mended = inference.graph().apply(flatten.edits());
        assertThat(Inference.of(mended, null).problems()).isEmpty();
        assertThat(mended.use(BLOCK).orElseThrow().definition().graph().contains(new NodeId("flatten-1"))).isTrue();
    }

    @Test
    void aSoftmaxAtTheEndOfABlockIsFoundAndTakenOut() {
        Definition head = new Definition("Head", "", Blocks.inside(List.of(Blocks.node("flat", "flatten", Map.of()),
                Blocks.node("dense", "dense", Map.of("units", 10)), Blocks.node("soft", "softmax", Map.of()))),
                List.of());
        Graph graph = Blocks.network(head, PICTURE, Map.of());
        Expected expected = new Expected(PICTURE, Shape.vector(10), Goal.CLASSES);
        Problem softmax = Inference.of(graph, expected).problems().getFirst();
        assertThat(softmax.node()).isEqualTo(new NodeId("block/soft"));
        Graph mended = graph.apply(softmax.fixes().getFirst().edits());
        assertThat(Inference.of(mended, expected).problems()).isEmpty();
    }

    @Test
    void theRepetitionsOfABlockTellAProblemOnce() {
        Definition loose = new Definition("Loose", "", Blocks.inside(List.of(Blocks.node("relu", "relu", Map.of())))
                .apply(List.of(new Edit.Put(Blocks.node("lost", "relu", Map.of())),
                        new Edit.Connect(new Wire("in", "lost")))),
                List.of());
        Inference inference = Inference.of(Blocks.network(loose, PICTURE, Map.of("repeat", 5)), null);
        assertThat(inference.problems()).extracting(Problem::node).containsExactly(new NodeId("block/1/lost"));
    }

    @Test
    void whatIsMissingAroundABlockIsSaidAtTheBlock() {
        Graph graph = network(Map.of()).apply(new Edit.Disconnect(new Wire("input", "block")));
        assertThat(Inference.of(graph, null).problems(BLOCK)).extracting(Problem::message)
                .containsExactly("needs an input: draw a wire to it");
        Graph open = network(Map.of()).within(List.of(BLOCK),
                inner -> inner.apply(new Edit.Disconnect(new Wire("relu", "out"))));
        Inference inference = Inference.of(open, null);
        assertThat(inference.problems(BLOCK)).extracting(Problem::message)
                .anyMatch(m -> m.endsWith("gives nothing yet: open it and draw a wire to its Block output"));
        assertThat(inference.within(List.of(BLOCK)).shape(new NodeId("relu"))).hasValue(Shape.image(4, 8, 8));
        assertThat(inference.within(List.of(BLOCK)).problems(new NodeId("out"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 'Repeat needs 1 to 1000 times, got 0'",
            "1000000000, 'Repeat needs 1 to 1000 times, got 1000000000'"})
    void aNumberOfRepetitionsOutOfRangeIsRefused(int repeat, String message) {
        assertThat(Inference.of(network(Map.of("repeat", repeat)), null).at(BLOCK))
                .isEqualTo(Inferred.refusedFor("repeat", message));
    }

    @Test
    void moreLayersThanANetworkMayHaveAreRefused() {
        Definition many = new Definition("Many", "", Blocks.inside(List.of(
                new Node("inner", Params.with(new Use(Blocks.convRelu()), "repeat", 1000)))), List.of());
        Inference inference = Inference.of(Blocks.network(many, PICTURE, Map.of("repeat", 1000)), null);
        assertThat(inference.at(BLOCK)).isInstanceOfSatisfying(Inferred.Refused.class,
                r -> assertThat(r.message()).contains("at most 10,000 layers"));
    }

    @Test
    void onlyABlockOfOneInputCanBeRepeated() {
        Definition none = new Definition("None", "", Blocks.convRelu().graph().apply(
                new Edit.Put(new Node("second", new BlockInput()))), List.of());
        Graph graph = Blocks.network(none, PICTURE, Map.of("repeat", 2));
        assertThat(Inference.of(graph, null).at(BLOCK)).isEqualTo(Inferred.WAITING);
        Graph wired = graph.apply(new Edit.Connect(new Wire("input", "block", 1)));
        assertThat(Inference.of(wired, null).at(BLOCK)).isInstanceOfSatisfying(Inferred.Refused.class,
                r -> assertThat(r.message()).startsWith("needs one input to be repeated"));
    }

    @Test
    void aBlockCannotHoldItself() {
        Graph graph = Blocks.network(Blocks.around(Blocks.convRelu()), PICTURE, Map.of());
        Definition outer = graph.use(BLOCK).orElseThrow().definition();
        assertThatThrownBy(() -> graph.apply(new Edit.Put(new Node("block/inner/again", new Use(outer)))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("cannot hold itself");
    }

    @Test
    void aPortOutsideOfABlockIsRefused() {
        Graph graph = Graph.of(List.of(new Node("in", new BlockInput()), new Node("out", new BlockOutput())),
                List.of(new Wire("in", "out")));
        assertThat(Inference.of(graph, null).at(new NodeId("in"))).isInstanceOf(Inferred.Refused.class);
    }

    /// Every edit, by the way of the block, is inferred as if all were inferred anew.
    @Test
    void inferringOnIsTheSameAsInferringAnew() {
        Graph graph = network(Map.of("repeat", 2));
        Inference inference = Inference.of(graph, null);
        for (Edit edit : List.of(new Edit.SetParameter(BLOCK, "repeat", 3), new Edit.SetParameter(BLOCK, "Filters", 5),
                new Edit.Remove(new NodeId("block/2/relu")),
                new Edit.Put(new Node("block/3/pool", Blocks.node("x", "max-pool-2d", Map.of()).layer())),
                new Edit.Connect(new Wire("block/3/conv", "block/3/pool")),
                new Edit.Connect(new Wire("block/1/pool", "block/1")))) {
            graph = graph.apply(edit);
            inference = inference.next(graph, null);
            Inference anew = Inference.of(graph, null);
            assertThat(inference.problems()).isEqualTo(anew.problems());
            assertThat(inference.total()).isEqualTo(anew.total());
            assertThat(inference.at(BLOCK)).isEqualTo(anew.at(BLOCK));
        }
        assertThat(inference.shape(BLOCK)).isEqualTo(Optional.of(Shape.image(5, 1, 1)));
    }

    @Test
    void aWireToABlockIsTriedBeforeItIsDrawn() {
        Graph loose = network(Map.of()).apply(new Edit.Disconnect(new Wire("input", "block")));
        assertThat(Inference.of(loose, null).preview(new Wire("input", "block")))
                .isEqualTo(Inferred.known(Shape.image(4, 8, 8)));
        Inference inside = Inference.of(network(Map.of()), null).within(List.of(BLOCK));
        assertThat(inside.preview(new Wire("conv", "out"))).isEqualTo(Inferred.known(Shape.image(4, 8, 8)));
    }
}
