package org.lamina.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamina.export.ExportException;
import org.lamina.export.Exported;
import org.lamina.export.Networks;
import org.lamina.export.Trained;
import org.lamina.graph.Blocks;
import org.lamina.graph.Edit;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.spec.Layer;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

class OnnxExporterTest {

    @TempDir
    Path folder;

    record Case(String name, Graph graph) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> networks() {
        Shape picture = Shape.image(3, 8, 8);
        return Stream.of(
                new Case("LeNet", Networks.leNet()),
                new Case("transposed convolution and batch norm",
                        Networks.chain(picture, Networks.node("c", "conv-2d", "filters", 4, "stride", 2),
                                Networks.node("b", "batch-norm"), Networks.node("g", "gelu"),
                                Networks.node("t", "conv-transpose-2d"), Networks.node("n", "layer-norm"),
                                Networks.node("p", "global-average-pool"), Networks.node("d", "dense", "units", 3))),
                new Case("a block around a block, twice",
                        Blocks.network(Blocks.around(Blocks.convRelu()), Shape.image(4, 8, 8), Map.of("repeat", 2))
                                .expanded()),
                new Case("branches joined by Concat",
                        Graph.of(
                                List.of(Networks.node("in", "input", "shape", picture),
                                        Networks.node("left", "conv-2d", "filters", 4),
                                        Networks.node("right", "max-pool-2d", "window", 3, "stride", 1, "padding", 1),
                                        Networks.node("join", "concat"), Networks.node("flat", "flatten"),
                                        Networks.node("last", "dense", "units", 3), Networks.node("out", "output")),
                                List.of(new Wire("in", "left"), new Wire("in", "right"), new Wire("left", "join", 0),
                                        new Wire("right", "join", 1), new Wire("join", "flat"),
                                        new Wire("flat", "last"), new Wire("last", "out")))),
                new Case("residual with a branch",
                        Graph.of(
                                List.of(Networks.node("in", "input", "shape", picture),
                                        Networks.node("left", "conv-2d", "filters", 4),
                                        Networks.node("right", "conv-2d", "filters", 4, "kernel", 1, "padding", 0),
                                        Networks.node("sum", "add"), Networks.node("act", "relu"),
                                        Networks.node("flat", "flatten"),
                                        Networks.node("last", "dense", "units", 3), Networks.node("out", "output")),
                                List.of(new Wire("in", "left"), new Wire("in", "right"), new Wire("left", "sum", 0),
                                        new Wire("right", "sum", 1), new Wire("sum", "act"), new Wire("act", "flat"),
                                        new Wire("flat", "last"), new Wire("last", "out")))));
    }

    @ParameterizedTest
    @MethodSource
    void networks(Case network) throws Exception {
        Exported exported = new OnnxExporter().write(Networks.answered(network.graph()), folder.resolve("n.onnx"));
        assertThat(exported.proof().largestDifference()).isLessThan(1e-5);
        assertThat(exported.proof().samples()).isEqualTo(Networks.SAMPLES);
        assertThat(exported.bytes()).isEqualTo(Files.size(exported.target()));
    }

    @Test
    void namesDocumentsAndDynamicBatch() throws Exception {
        Path file = new OnnxExporter().write(Networks.answered(Networks.leNet()), folder.resolve("n.onnx")).target();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file.toString())) {
            assertThat(session.getInputInfo()).containsOnlyKeys("input").hasEntrySatisfying("input",
                    i -> assertThat(i.getInfo().toString()).contains("shape=[-1, 1, 28, 28]"));
            assertThat(session.getOutputInfo()).containsOnlyKeys("output").hasEntrySatisfying("output",
                    o -> assertThat(o.getInfo().toString()).contains("shape=[-1, 10]"));
            assertThat(session.getMetadata().getProducerName()).isEqualTo("Lamina");
            assertThat(session.getMetadata().getCustomMetadata()).containsEntry("Image.BitmapPixelFormat", "Gray8")
                    .containsEntry("Image.NominalPixelRange", "Normalized_0_1")
                    .containsEntry("preprocessing", "Numbers from 0 to 1").hasEntrySatisfying("classes",
                            c -> assertThat(c).startsWith("[\"class 0\",\"class 1\","));
        }
    }

    @Test
    void theSameNetworkGivesTheSameBytes() throws Exception {
        Trained network = Networks.answered(Networks.leNet());
        Path first = new OnnxExporter().write(network, folder.resolve("a.onnx")).target();
        Path second = new OnnxExporter().write(network, folder.resolve("b.onnx")).target();
        assertThat(first).hasSameBinaryContentAs(second);
    }

    @Test
    void anAnswerThatDiffersIsRefusedWithTheFirstLayerAndTheOldFileStays() throws IOException {
        Trained network = Networks.answered(Networks.leNet());
        Map<String, Tensor> weights = new HashMap<>(network.weights());
        weights.computeIfPresent("c2.bias", (_, bias) -> {
            float[] values = bias.values().clone();
            values[3] += 0.01f;
            return new Tensor(bias.sizes(), values);
        });
        Trained changed = Networks.with(network, network.graph(), weights, network.outputs());
        Path file = Files.writeString(folder.resolve("n.onnx"), "precious");

        assertThatThrownBy(() -> new OnnxExporter().write(changed, file)).isInstanceOf(ExportException.class)
                .hasMessageContaining("answers differently").hasMessageContaining("over 16 samples")
                .hasMessageContaining(
                        "The first layer that differs is Conv 2D (conv_2d_2): largest difference 1.0e-02");
        assertThat(file).hasContent("precious");
        assertThat(folder).isDirectoryNotContaining(f -> !f.equals(file));
    }

    @Test
    void weightsThatAreNoNumbersAreRefused() {
        Trained network = Networks.answered(Networks.chain(Shape.vector(2), Networks.node("d", "dense", "units", 2)));
        Map<NodeId, Tensor> outputs = new HashMap<>(network.outputs());
        outputs.replaceAll((_, t) -> nan(t));
        Map<String, Tensor> weights = new HashMap<>(network.weights());
        weights.replaceAll((_, t) -> nan(t));
        Trained broken = Networks.with(network, network.graph(), weights, outputs);
        assertThatThrownBy(() -> new OnnxExporter().write(broken, folder.resolve("n.onnx")))
                .isInstanceOf(ExportException.class).hasMessageContaining("NaN");
    }

    @Test
    void layersThatLeadNowhereAreLeftOutAndTitlesBecomeNames() throws Exception {
        Graph graph = Networks.chain(Shape.vector(2), new Node(new NodeId("a"), "Größe → 1×1!", dense(3)),
                new Node(new NodeId("b"), "漢字", dense(3)), new Node(new NodeId("c"), "Dense 2", dense(3)),
                new Node(new NodeId("d"), "", dense(3)), new Node(new NodeId("e"), "", dense(3)));
        Graph idle = graph.apply(List.of(new Edit.Put(Networks.node("idle", "relu")),
                new Edit.Connect(new Wire("a", "idle"))));
        OnnxModel model = new OnnxModel(Networks.answered(idle));
        assertThat(model.computing().stream().map(model::name)).containsExactly("gr_e_1_1", "b", "dense_2", "dense",
                "dense_3", "output");
    }

    @Test
    void aNetworkWithoutAnOutputIsRefused() {
        Trained network = Networks.answered(Networks.leNet());
        Graph open = network.graph().apply(new Edit.Remove(new NodeId("out")));
        Trained changed = Networks.with(network, open, network.weights(), network.outputs());
        assertThatThrownBy(() -> new OnnxExporter().write(changed, folder.resolve("n.onnx")))
                .hasMessageStartingWith("needs an output").isInstanceOf(ExportException.class);
    }

    private static Layer dense(int units) {
        return Networks.node("x", "dense", "units", units).layer();
    }

    private static Tensor nan(Tensor like) {
        float[] values = new float[like.values().length];
        Arrays.fill(values, Float.NaN);
        return new Tensor(like.sizes(), values);
    }
}
