package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.DataInfo;
import org.lamina.data.DataSet;
import org.lamina.data.Split;
import org.lamina.data.Target;
import org.lamina.graph.Inference;
import org.lamina.probe.Studies;
import org.lamina.probe.Study;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.study.Finding;
import org.lamina.study.Picture;
import org.lamina.study.Similarity;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// Linear CKA against numbers worked out by hand, and what it must not see.
class SimilarityTest {

    private static final Offset<Double> EXACT = within(1e-6);

    @TempDir
    Path folder;

    /// Of the corners x = (±1, ±1), ‖XᵀX‖ = 4√2. Turned, scaled and moved the CKA stays 1. Of y = x₁ it is
    /// ‖YᵀX‖² / (‖XᵀX‖ ‖YᵀY‖) = 16 / (4√2 · 4). Of z = (x₁, 3x₂), with XᵀZ = diag(4, 12) and ZᵀZ = diag(4, 36), it is
    /// 160 / (4√2 · √1312); of z and y 16 / (√1312 · 4). A layer of zeros has none, and one that hands
    /// its numbers on is left out.
    @Test
    void cornersOfASquareAreComparedAsByHand() throws Exception {
        try (Model model = corners()) {
            Similarity.Found found = compare(model, new Similarity(256, null));
            double xy = 1 / Math.sqrt(2);
            double xz = 160 / (4 * Math.sqrt(2) * Math.sqrt(1312));
            double zy = 4 / Math.sqrt(1312);
            assertThat(found.rows()).extracting(r -> r.node().value()).containsExactly("in", "turned", "wide", "one",
                    "zero");
            assertThat(found.pictures()).isEqualTo(4);
            double[][] values = found.values();
            assertThat(values[0]).startsWith(new double[]{1, 1, xz, xy}, EXACT);
            assertThat(values[1]).startsWith(new double[]{1, 1, xz, xy}, EXACT);
            assertThat(values[2]).startsWith(new double[]{xz, xz, 1, zy}, EXACT);
            assertThat(values[3]).startsWith(new double[]{xy, xy, zy, 1}, EXACT);
            assertThat(values[4]).containsOnly(Double.NaN);
        }
    }

    /// Of one run the weights at its end are those in hand; another has layers of its own.
    @Test
    void networkIsComparedWithThoseOfOtherRuns() {
        Plan plan = Rig.plan(Map.of("epochs", 1, "batchSize", 16, "learningRate", 0.01));
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.line(plan), "other", null).toTheEnd();
            rig.train(Rig.spiral(plan), "own", null).toTheEnd();
            Similarity.Found same = ask(rig, "own");
            assertThat(same.rows()).isEqualTo(same.columns()).hasSize(6);
            for (int i = 0; i < same.rows().size(); i++)
                assertThat(same.values()[i][i]).isCloseTo(1, EXACT);
            Similarity.Found other = ask(rig, "other");
            assertThat(other.columns()).extracting(c -> c.node().value()).containsExactly("in", "first", "last");
            assertThat(other.values()).hasDimensions(6, 3);
            assertThat(other.values()[0][0]).isCloseTo(1, EXACT);
        }
    }

    @Test
    void runThatLeftNothingOrTakesOtherSamplesIsRefusedInWords() {
        Plan plan = Rig.plan(Map.of("epochs", 1, "batchSize", 16));
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.digits(plan), "digits", null).toTheEnd();
            rig.train(Rig.line(plan), "points", null).toTheEnd();
            assertThat(refusal(rig, "digits")).contains("does not fit the data set of this one");
            assertThat(refusal(rig, "nowhere")).startsWith("The network of that run cannot be opened");
        }
    }

    private static Similarity.Found ask(Rig rig, String run) {
        Similarity question = new Similarity(256, rig.run(run));
        rig.send(looking(question)).toTheEnd();
        return (Similarity.Found) Objects.requireNonNull(rig.found(question).finding());
    }

    private static String refusal(Rig rig, String run) {
        Similarity question = new Similarity(256, rig.run(run));
        rig.send(looking(question)).toTheEnd();
        return Objects.requireNonNull(rig.found(question).message());
    }

    private static Command.Look looking(Similarity question) {
        return new Command.Look(
                new Looks(Set.of(), Set.of(), new Picture.Validation(0), List.of(), false, Set.of(question)));
    }

    private static Similarity.Found compare(Model model, Similarity question) throws Exception {
        Similarity.Found last = null;
        int before = Rig.arrays();
        try (Study study = Studies.of(question, new ModelSubject(model))) {
            while (!study.isDone()) {
                Optional<? extends Finding> found = study.advance();
                last = found.isPresent() ? (Similarity.Found) found.get() : last;
            }
        }
        assertThat(Rig.arrays()).as("arrays left").isEqualTo(before);
        return Objects.requireNonNull(last);
    }

    private static Model corners() throws Exception {
        Torch.start();
        Project project = Rig.line(new Plan());
        Project chain = Rig.project(project.data(), new Plan(), List.of(
                Rig.node("in", "input", Map.of("shape", Shape.vector(2))),
                Rig.node("turned", "dense", Map.of("units", 2)), Rig.node("wide", "dense", Map.of("units", 2)),
                Rig.node("one", "dense", Map.of("units", 1)), Rig.node("zero", "dense", Map.of("units", 2)),
                Rig.node("last", "dense", Map.of("units", 2)), Rig.node("out", "output", Map.of())));
        Model model = new Model(chain, new DeviceInfo("cpu", "CPU"), new Corners(), new Split(new int[]{0},
                new int[]{0, 1, 2, 3}), new Network(Inference.of(chain.graph(), null), Device.cpu(), 3),
                new Objective.Classes(2));
        float half = 5 * (float) Math.sqrt(0.5);
        model.network().load(Map.ofEntries(weight("turned", 2, half, half, half, -half), bias("turned", 1, 2),
                weight("wide", 2, half, half, 3 * half, -3 * half), bias("wide", 3, -4),
                weight("one", 1, 1, 0), bias("one", 7), weight("zero", 2, 0, 0), bias("zero", 1, 1),
                weight("last", 2, 1, 0, 0, 1), bias("last", 0, 0)));
        return model;
    }

    private static Map.Entry<String, Tensor> weight(String node, int units, float... values) {
        return Map.entry(node + ".weight", new Tensor(new int[]{units, values.length / units}, values));
    }

    private static Map.Entry<String, Tensor> bias(String node, float... values) {
        return Map.entry(node + ".bias", new Tensor(new int[]{values.length}, values));
    }

    private static final class Corners implements DataSet {
        @Override
        public DataInfo info() {
            return new DataInfo(Shape.vector(2), new Target.Classes(List.of("a", "b")), 4);
        }

        @Override
        public void input(int sample, float[] to, int at) {
            to[at] = sample < 2 ? 1 : -1;
            to[at + 1] = sample % 2 == 0 ? 1 : -1;
        }

        @Override
        public void target(int sample, float[] to, int at) {
            to[at] = sample % 2;
        }
    }
}
