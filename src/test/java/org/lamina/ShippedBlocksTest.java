package org.lamina;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamina.cli.Lamina;
import org.lamina.cli.Tools;
import org.lamina.data.generate.Digits;
import org.lamina.engine.EngineThread;
import org.lamina.graph.Blocks;
import org.lamina.graph.Definition;
import org.lamina.graph.Edit;
import org.lamina.graph.Exposed;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Use;
import org.lamina.graph.Wire;
import org.lamina.project.BlockFile;
import org.lamina.project.Layout;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.project.ProjectException;
import org.lamina.project.ProjectFile;
import org.lamina.spec.Layer;
import org.lamina.spec.Params;
import org.lamina.tensor.Shape;

/// The blocks that come with the program are files like a person's own, and real networks can be built of them.
class ShippedBlocksTest {

    private static final Path FOLDER = Path.of("sample-projects", "blocks");

    @TempDir
    Path folder;

    private static Use block(String name) {
        try {
            return new Use(BlockFile.open(FOLDER.resolve(name + BlockFile.EXTENSION)).definition());
        } catch (ProjectException e) {
            throw new AssertionError(e);
        }
    }

    /// Adds layers one after the other.
    private static final class Chain {
        private Graph graph;
        private NodeId last;

        Chain(Shape input) {
            Node source = Blocks.node("input", "input", Map.of("shape", input));
            graph = Graph.of(List.of(source), List.of());
            last = source.id();
        }

        Chain then(Layer layer, Map<String, ?> parameters) {
            NodeId id = graph.freshId(layer.card().id());
            graph = graph.apply(List.of(new Edit.Put(new Node(id, "", Params.with(layer, parameters))),
                    new Edit.Connect(new Wire(last, id, 0))));
            last = id;
            return this;
        }

        Chain then(String layer, Map<String, ?> parameters) {
            return then(Blocks.node("x", layer, parameters).layer(), Map.of());
        }

        Chain then(String layer) {
            return then(layer, Map.of());
        }

        Chain conv(int filters, int kernel, int stride) {
            return then("conv-2d", Map.of("filters", filters, "kernel", kernel, "stride", stride, "padding",
                    kernel / 2, "bias", false)).then("batch-norm");
        }

        Graph graph() {
            return then("output").graph;
        }
    }

    private static long parameters(Graph graph) {
        Inference inference = Inference.of(graph, null);
        assertThat(inference.problems()).isEmpty();
        return inference.total().parameters();
    }

    @Test
    void allAreThereAndWrittenBackAsTheyCame() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> all = files.sorted().toList();
            assertThat(all).extracting(f -> f.getFileName().toString()).containsExactly("dense-block.lamina-block",
                    "inception-block.lamina-block", "inverted-bottleneck.lamina-block",
                    "residual-block.lamina-block", "u-net-step.lamina-block");
            for (Path file : all) {
                BlockFile.Kept block = BlockFile.open(file);
                assertThat(block.warnings()).isEmpty();
                assertThat(BlockFile.text(block)).isEqualTo(Files.readString(file));
                assertThat(block.definition().help()).contains("**Source**", "**Shape**");
                assertThat(block.layouts().get(block.definition().name()).places())
                        .hasSameSizeAs(block.definition().graph().nodes());
            }
        }
    }

    /// Torchvision's 11,689,512. Where the size halves, the shortcut is a 1×1 convolution: the block's inside changed by
    /// three edits, as a person would.
    @Test
    void resNet18IsMadeOfResidualBlocks() {
        Use residual = block("residual-block");
        Definition wide = residual.definition().named("Residual block with projection");
        Graph inside = wide.graph().apply(List.of(new Edit.SetParameter(new NodeId("conv-1"), "stride", 2),
                new Edit.Put(Blocks.node("shortcut", "conv-2d",
                        Map.of("kernel", 1, "stride", 2, "padding", 0, "bias", false))),
                new Edit.Put(Blocks.node("norm-3", "batch-norm", Map.of())),
                new Edit.Connect(new Wire("in", "shortcut")), new Edit.Connect(new Wire("shortcut", "norm-3")),
                new Edit.Connect(new Wire("norm-3", "add", 0))));
        Definition projecting = new Definition(wide.name(), wide.help(), inside, List.of(new Exposed(
                "Filters", Stream.of("conv-1", "conv-2", "shortcut")
                        .map(n -> new Exposed.Target(n, "filters")).toList())));
        Chain net = new Chain(Shape.image(3, 224, 224)).conv(64, 7, 2).then("relu").then("max-pool-2d",
                Map.of("window", 3, "padding", 1)).then(residual, Map.of("repeat", 2));
        for (int filters : new int[]{128, 256, 512})
            net.then(new Use(projecting), Map.of("Filters", filters)).then(residual, Map.of("Filters", filters));
        Graph graph = net.then("global-average-pool").then("dense", Map.of("units", 1000)).graph();
        assertThat(parameters(graph)).isEqualTo(11_689_512);
    }

    /// Torchvision's 3,504,872: table 2 of the paper, each stage a linear bottleneck and then inverted ones, repeated.
    @Test
    void mobileNetV2IsMadeOfInvertedBottlenecks() {
        Use inverted = block("inverted-bottleneck");
        Use linear = inverted.definition().graph().use(new NodeId("bottleneck")).orElseThrow();
        Chain net = new Chain(Shape.image(3, 224, 224)).conv(32, 3, 2).then("relu").then("depthwise-conv-2d",
                Map.of("padding", 1, "bias", false)).then("batch-norm").then("relu").conv(16, 1, 1);
        int channels = 16;
        for (int[] stage : new int[][]{{24, 2, 2}, {32, 3, 2}, {64, 4, 2}, {96, 3, 1}, {160, 3, 2}, {320, 1, 1}}) {
            net.then(linear, Map.of("Expanded filters", 6 * channels, "Filters", stage[0], "Stride", stage[2]));
            channels = stage[0];
            if (stage[1] > 1)
                net.then(inverted, Map.of("Expanded filters", 6 * channels, "Filters", channels, "repeat",
                        stage[1] - 1));
        }
        Graph graph = net.conv(1280, 1, 1).then("relu").then("global-average-pool")
                .then("dense", Map.of("units", 1000)).graph();
        assertThat(parameters(graph)).isEqualTo(3_504_872);
    }

    /// The first dense block of DenseNet-121: torchvision counts 335,040 in `features.denseblock1`.
    @Test
    void theFirstDenseBlockOfDenseNet121IsOneRepeatedSixTimes() {
        Graph graph = new Chain(Shape.image(64, 56, 56)).then(block("dense-block"), Map.of("repeat", 6)).graph();
        assertThat(Inference.of(graph, null).shape(new NodeId("block-1"))).hasValue(Shape.image(256, 56, 56));
        assertThat(parameters(graph)).isEqualTo(335_040);
    }

    /// Table 1 of the paper: inception 3a gives 256 channels of 28×28; weights and biases by hand.
    @Test
    void inception3a() {
        Graph graph = new Chain(Shape.image(192, 28, 28)).then(block("inception-block"), Map.of()).graph();
        assertThat(Inference.of(graph, null).shape(new NodeId("block-1"))).hasValue(Shape.image(256, 28, 28));
        assertThat(parameters(graph)).isEqualTo(163_696);
    }

    @ParameterizedTest
    @CsvSource({"residual-block, Filters", "inception-block, ''", "dense-block, Growth rate",
            "inverted-bottleneck, Filters", "u-net-step, Filters"})
    void trainsAFewStepsAndIsExportedWithProof(String name, String filters) throws Exception {
        Map<String, Object> small = new LinkedHashMap<>();
        if (!filters.isEmpty())
            small.put(filters, 4);
        Chain net = new Chain(Shape.image(1, 28, 28)).then("max-pool-2d", Map.of()).then("conv-2d",
                Map.of("filters", 4, "padding", 1));
        NodeId kept = net.last;
        if (name.equals("u-net-step"))
            net.then("max-pool-2d", Map.of());
        net.then(block(name), small);
        if (name.equals("u-net-step"))
            net.graph = net.graph.apply(new Edit.Connect(new Wire(kept, net.last, 1)));
        Graph graph = net.then("global-average-pool").then("dense", Map.of("units", 10)).graph();
        Path file = folder.resolve("net.lamina");
        ProjectFile.save(new Project("", graph, Layout.EMPTY, Params.with(new Digits(), "samples", 200), new Plan()),
                file);
        run("train", file, "--epochs", 1, "--out", folder.resolve("run"));
        try (Stream<Path> files = Files.walk(folder.resolve("run"))) {
            Path weights = files.filter(f -> f.toString().endsWith(".safetensors")).findFirst().orElseThrow();
            assertThat(run("export", file, "--weights", weights, "--to", "onnx", "--out", folder.resolve("net.onnx")))
                    .isNotBlank();
        }
        assertThat(folder.resolve("net.onnx")).isNotEmptyFile();
    }

    private static String run(Object... arguments) throws IOException {
        List<String> words = new ArrayList<>();
        Stream.of(arguments).forEach(w -> words.add(w.toString()));
        StringWriter out = new StringWriter();
        Tools tools = new Tools(EngineThread::start, (_, _, _, _, _) -> {}, _ -> () -> {}, false, List.of());
        int exit = Lamina.run(tools, new PrintWriter(out), new PrintWriter(out), words.toArray(String[]::new));
        assertThat(exit).as("%s%n%s", words, out).isZero();
        return out.toString();
    }
}
