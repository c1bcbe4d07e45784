package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.lamina.data.DataSet;
import org.lamina.data.DataSource;
import org.lamina.data.Progress;
import org.lamina.data.Split;
import org.lamina.data.generate.Digits;
import org.lamina.data.generate.Pattern;
import org.lamina.data.generate.Planes;
import org.lamina.data.read.Idx;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.probe.Studies;
import org.lamina.probe.Study;
import org.lamina.probe.Unanswerable;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.study.Finding;
import org.lamina.study.LinearProbes;
import org.lamina.study.LinearProbes.Depth;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// Linear classifiers under layers of which it is known what they can tell apart.
class LinearProbesTest {

    private static final Path MNIST = Path.of(System.getenv().getOrDefault("LAMINA_DATA", "../shared/data"), "mnist");
    private static final LinearProbes QUESTION = new LinearProbes(1000, 500);

    /// x and y of one sign or of two are not told apart by a line. By |x + y| and |x − y|, each the sum of two ReLUs,
    /// they are.
    @Test
    void exclusiveOrIsLinearBehindTheHiddenLayerAndNotBefore() throws Exception {
        try (Model model = model(new Planes(Pattern.XOR, 1000, 0, 1), Task.CLASSIFICATION, List.of(
                Rig.node("in", "input", Map.of("shape", Shape.vector(2))),
                Rig.node("sums", "dense", Map.of("units", 4)), Rig.node("relu", "relu", Map.of()),
                Rig.node("drop", "dropout", Map.of()), Rig.node("last", "dense", Map.of("units", 2)),
                Rig.node("out", "output", Map.of())))) {
            model.network().load(Map.of("sums.weight",
                    new Tensor(new int[]{4, 2}, new float[]{1, 1, -1, -1, 1, -1, -1, 1}), "sums.bias",
                    vector(0, 0, 0, 0),
                    "last.weight", new Tensor(new int[]{2, 4}, new float[]{1, 1, -1, -1, -1, -1, 1, 1}),
                    "last.bias", vector(0, 0)));
            LinearProbes.Found found = probe(model, QUESTION);
            assertThat(found.depths()).extracting(d -> d.node().value()).containsExactly("in", "sums", "relu", "drop",
                    "last");
            assertThat(found.depths()).extracting(Depth::accuracy).satisfiesExactly(
                    before -> assertThat(before).isBetween(0.3, 0.7), sums -> assertThat(sums).isBetween(0.3, 0.7),
                    relu -> assertThat(relu).isEqualTo(1), drop -> assertThat(drop).isEqualTo(1),
                    last -> assertThat(last).isEqualTo(1));
            assertThat(found.network()).isEqualTo(1);
            assertThat(found.chance()).isBetween(0.45, 0.55);
            assertThat(found.training() + found.validation()).isEqualTo(1000);
        }
    }

    /// Maps are averaged over a grid, vectors that are too long are projected; what hands its numbers on is not fitted
    /// again.
    @Test
    void layersGiveAtMostAsManyFeaturesAsAClassifierTakes() throws Exception {
        try (Model model = digits()) {
            assertThat(probe(model, new LinearProbes(60, 20)).depths())
                    .extracting(d -> "%s %d %d".formatted(d.node(), d.numbers(), d.features()))
                    .containsExactly("in 784 121", "conv 3136 100", "relu 3136 100", "pool 196 100", "flat 196 100",
                            "wide 300 128", "last 10 10");
        }
    }

    /// SciPy's L-BFGS on the same 500 test pictures, the same 11×11 grid and penalty gives 85.2 % with a standard deviation
    /// of 1.1 % over 12 draws of 1,000 training pictures.
    @Test
    void inputOfMnistIsProbedAsWellAsByAnotherLogisticRegression() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(MNIST), () -> "needs MNIST in " + MNIST.toAbsolutePath());
        try (Model model = model(new Idx(MNIST.toString(), ""), Task.CLASSIFICATION,
                List.of(Rig.input(), Rig.node("flat", "flatten", Map.of()),
                        Rig.node("last", "dense", Map.of("units", 10)), Rig.node("out", "output", Map.of())))) {
            LinearProbes.Found found = probe(model, QUESTION);
            assertThat(found.depths().getFirst().accuracy()).isCloseTo(0.852, within(0.036));
            assertThat(found.training()).isEqualTo(1000);
            assertThat(found.validation()).isEqualTo(500);
        }
    }

    @Test
    void samplesWithoutClassesAreNotProbed() throws Exception {
        try (Model model = model(new Digits(120, 1, 1), Task.RECONSTRUCTION, digitsChain())) {
            assertThatThrownBy(() -> probe(model, QUESTION)).isInstanceOf(Unanswerable.class)
                    .hasMessageContaining("samples have no classes");
        }
    }

    /// A second round, which begins where the first one ended, comes to the same.
    @Test
    void roundsBeginWhereTheLastEnded() throws Exception {
        try (Model model = digits()) {
            ModelSubject subject = new ModelSubject(model);
            LinearProbes.Found first = probe(subject, QUESTION);
            assertThat(subject.probes().keySet()).extracting(NodeId::value).containsExactlyInAnyOrder("in", "conv",
                    "relu", "pool", "wide", "last");
            LinearProbes.Found second = probe(subject, QUESTION);
            for (int i = 0; i < first.depths().size(); i++)
                assertThat(second.depths().get(i).accuracy()).isCloseTo(first.depths().get(i).accuracy(), within(0.01));
        }
    }

    private static LinearProbes.Found probe(Model model, LinearProbes question) throws Exception {
        return probe(new ModelSubject(model), question);
    }

    private static LinearProbes.Found probe(ModelSubject subject, LinearProbes question) throws Exception {
        LinearProbes.Found last = null;
        int before = Rig.arrays();
        try (Study study = Studies.of(question, subject)) {
            while (!study.isDone()) {
                Optional<? extends Finding> found = study.advance();
                last = found.isPresent() ? (LinearProbes.Found) found.get() : last;
            }
        }
        assertThat(Rig.arrays()).as("arrays left").isEqualTo(before);
        return Objects.requireNonNull(last);
    }

    private static Model digits() throws Exception {
        return model(new Digits(1500, 1, 1), Task.CLASSIFICATION, digitsChain());
    }

    private static List<Node> digitsChain() {
        return List.of(Rig.input(), Rig.node("conv", "conv-2d", Map.of("filters", 4)),
                Rig.node("relu", "relu", Map.of()), Rig.node("pool", "max-pool-2d", Map.of("window", 4, "stride", 4)),
                Rig.node("flat", "flatten", Map.of()), Rig.node("wide", "dense", Map.of("units", 300)),
                Rig.node("last", "dense", Map.of("units", 10)), Rig.node("out", "output", Map.of()));
    }

    private static Model model(DataSource source, Task task, List<Node> chain) throws Exception {
        Torch.start();
        Project project = Rig.project(source, Rig.plan(Map.of("task", task)), chain);
        DataSet data = source.open(Path.of(""), Progress.NONE);
        return new Model(project, new DeviceInfo("cpu", "CPU"), data, Split.of(data, 1 / 3.0, 1),
                new Network(Inference.of(project.graph(), null), Device.cpu(), 3),
                new Objective.Classes(data.info().target().names().size()));
    }

    private static Tensor vector(float... values) {
        return new Tensor(new int[]{values.length}, values);
    }
}
