package org.lamina.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamina.graph.Expected.Squash;
import org.lamina.spec.Catalogue;
import org.lamina.tensor.Shape;

class ProblemsTest {

    private static final Expected DIGITS = new Expected(Shape.image(1, 28, 28), Shape.vector(10), Goal.CLASSES);

    private static Sketch image() {
        return new Sketch(Shape.image(1, 28, 28));
    }

    static Stream<Arguments> problems() {
        Sketch skip = image().then("conv-2d", Map.of("filters", 4));
        return Stream.of(
                row(image().then("dense", Map.of("units", 10)).then("output").graph(), "dense-1",
                        "needs a flat input, got 1×28×28: put a Flatten before it", "Insert Flatten"),
                row(image().then("flatten").then("dense", Map.of("units", 7)).then("output").graph(), "output-1",
                        "the data set has 10 classes, the network answers with 7: give the last layer 10 outputs",
                        "Set units of Dense to 10"),
                row(image().then("flatten").then("output").graph(), "output-1",
                        "the data set has 10 classes, the network answers with 784: end with a Dense layer of 10 units",
                        "Insert Dense of 10 units"),
                row(image().then("output").graph(), "output-1",
                        "the data set has 10 classes, the network answers with 1×28×28: flatten it and end with a Dense "
                                + "layer of 10 units",
                        "Insert Flatten and Dense of 10 units"),
                row(new Sketch(Shape.image(3, 8, 8)).then("flatten").then("dense", Map.of("units", 10)).then("output")
                        .graph(), "input-1",
                        "the data set gives 1×28×28, this Input expects 3×8×8: give it the shape of the data",
                        "Set shape of Input to 1×28×28"),
                row(image().then("flatten").then("dense", Map.of("units", 10)).then("softmax").then("output").graph(),
                        "softmax-1",
                        "the loss applies softmax itself, so this one makes training slow: remove it before the Output",
                        "Remove Softmax"),
                row(digits().apply(new Edit.Put(node("relu-1", "relu"))), "relu-1", "needs an input: draw a wire to it",
                        null),
                row(digits().apply(new Edit.Put(node("relu-1", "relu")))
                        .apply(new Edit.Connect(new Wire("flatten-1", "relu-1"))), "relu-1",
                        "leads to no Output, so it learns nothing: wire it on or remove it", "Remove ReLU"),
                row(skip.after(List.of("conv-2d-1", "input-1"), "add", Map.of()).then("flatten")
                        .then("dense", Map.of("units", 10)).then("output").graph(), "add-1",
                        "needs inputs of one shape, got 4×28×28 and 1×28×28: put a 1×1 convolution with 4 filters before "
                                + "input 2",
                        "Insert 1×1 convolution"),
                row(withGap(), "add-1",
                        "needs its inputs without a gap, input 2 is free: draw a wire to it or move the later ones up",
                        "Move inputs up"),
                row(image().then("conv-2d", Map.of("filters", 0)).then("flatten").then("dense", Map.of("units", 10))
                        .then("output").graph(), "conv-2d-1", "Filters needs 1 to 65536, got 0", null),
                row(image().then("flatten").then("dense", Map.of("units", 1_000_000))
                        .then("dense", Map.of("units", 1_000_000)).then("dense", Map.of("units", 10)).then("output")
                        .graph(), "dense-2",
                        "needs at most 2,147,483,647 weights, these settings give more: choose smaller ones or pool "
                                + "before it",
                        null));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("problems")
    void problemsNameTheNodeAndTheirFixRemovesThem(Graph graph, NodeId node, String message, @Nullable String fix) {
        checkProblem(graph, DIGITS, node, message, fix);
    }

    private static void checkProblem(Graph graph, Expected data, NodeId node, String message, @Nullable String fix) {
        Problem problem = Inference.of(graph, data).problems().stream()
                .filter(p -> node.equals(p.node()) && p.message().equals(message)).findFirst()
                .orElseThrow(() -> new AssertionError(Inference.of(graph, data).problems()));
        if (fix != null)
            assertThat(problem.fixes()).extracting(Fix::label).contains(fix);
        for (Fix offered : problem.fixes()) {
            Inference fixed = Inference.of(graph.apply(offered.edits()), data);
            assertThat(fixed.problems()).as("after %s", offered.label()).extracting(Problem::message)
                    .doesNotContain(message);
        }
    }

    private static final Expected TEXT = new Expected(Shape.tokens(8, 30), Shape.sequence(8, 30), Goal.CLASSES);

    static Stream<Arguments> problemsWithText() {
        return Stream.of(
                row(tokens(9, 30).then("embedding").then("dense", Map.of("units", 30)).then("output").graph(),
                        "token-input-1",
                        "the data set gives 8 tokens of 30, this Token input expects 9 tokens of 30: give it the shape of the data",
                        "Set shape of Token input to 8 tokens of 30"),
                row(new Sketch(Shape.sequence(8, 1)).then("dense", Map.of("units", 30)).then("output").graph(),
                        "input-1",
                        "the data set gives 8 tokens of 30, this Input expects 8×1: put the layer in its place that takes such data",
                        "Replace Input by Token input"),
                row(tokens(8, 30).then("dense", Map.of("units", 30)).then("output").graph(), "dense-1",
                        "needs real numbers, got 8 tokens of 30: put an Embedding before it", "Insert Embedding"),
                row(tokens(8, 30).then("embedding").then("dense", Map.of("units", 5)).then("output").graph(),
                        "output-1",
                        "the data set has 30 classes at each of 8 time steps, the network answers with 8×5: give the last layer 30 outputs",
                        "Set units of Dense to 30"),
                row(tokens(8, 30).then("embedding").then("flatten").then("output").graph(), "output-1",
                        "the data set has 30 classes at each of 8 time steps, the network answers with 512: end with 8×30, a Dense layer of 30 units on a sequence",
                        null));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("problemsWithText")
    void problemsWithTokensNameTheNodeAndTheirFixRemovesThem(Graph graph, NodeId node, String message,
            @Nullable String fix) {
        checkProblem(graph, TEXT, node, message, fix);
    }

    private static Sketch tokens(int length, int vocabulary) {
        return new Sketch(Shape.tokens(length, vocabulary));
    }

    private static final Expected TWO = new Expected(Shape.image(1, 28, 28), Shape.vector(1), Goal.CLASSES,
            Squash.SIGMOID);

    static Stream<Arguments> problemsWithBinaryCrossEntropy() {
        return Stream.of(
                row(image().then("flatten").then("dense", Map.of("units", 1)).then("sigmoid").then("output").graph(),
                        "sigmoid-1",
                        "the loss applies sigmoid itself, so this one makes training slow: remove it before the Output",
                        "Remove Sigmoid"),
                row(image().then("flatten").then("dense", Map.of("units", 2)).then("output").graph(), "output-1",
                        "binary cross-entropy tells two classes apart by 1 number, the network answers with 2: give the last layer 1 output",
                        "Set units of Dense to 1"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("problemsWithBinaryCrossEntropy")
    void problemsWithOneNumberForTwoClassesNameTheNodeAndTheirFixRemovesThem(Graph graph, NodeId node, String message,
            @Nullable String fix) {
        checkProblem(graph, TWO, node, message, fix);
    }

    @Test
    void aWholeNetworkHasNoProblem() {
        assertThat(Inference.of(digits(), DIGITS).problems()).isEmpty();
    }

    @Test
    void anEmptyNetworkAsksForBothEnds() {
        assertThat(Inference.of(Graph.EMPTY, DIGITS).problems()).extracting(Problem::message).containsExactly(
                "The network needs an Input: drag one from the palette, it brings the samples in",
                "The network needs an Output: drag one from the palette and wire the last layer to it");
    }

    @Test
    void wiresThatCannotBeAreRefusedWithTheReason() {
        Graph graph = digits();
        assertThat(Stream.of(new Wire("dense-1", "flatten-1"), new Wire("dense-1", "dense-1"),
                new Wire("dense-1", "input-1"), new Wire("output-1", "dense-1"), new Wire("flatten-1", "dense-1", 1))
                .map(w -> graph.refusal(w).orElse("")))
                .containsExactly("would close a cycle: Dense already depends on Flatten", "Dense cannot feed itself",
                        "Input takes no input", "Output ends the network, so nothing can follow it",
                        "Dense takes at most 1 input, there is no input 2");
    }

    private static Graph digits() {
        return image().then("flatten").then("dense", Map.of("units", 10)).then("output").graph();
    }

    private static Graph withGap() {
        Graph graph = image().after(List.of("input-1", "input-1", "input-1"), "add", Map.of()).then("flatten")
                .then("dense", Map.of("units", 10)).then("output").graph();
        return graph.apply(new Edit.Disconnect(new Wire("input-1", "add-1", 1)));
    }

    private static Node node(String id, String layer) {
        return new Node(id, Catalogue.layers().get(layer));
    }

    private static Arguments row(Graph graph, String node, String message, @Nullable String fix) {
        return Arguments.of(graph, new NodeId(node), message, fix);
    }
}
