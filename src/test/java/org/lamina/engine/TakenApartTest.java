package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.generate.Counting;
import org.lamina.data.generate.Pattern;
import org.lamina.data.generate.Planes;
import org.lamina.graph.NodeId;
import org.lamina.project.Optimizer;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.study.Side;
import org.lamina.study.TrainingStep;
import org.lamina.study.TrainingStep.Change;
import org.lamina.study.TrainingStep.Passage;
import org.lamina.study.TrainingStep.Sample;
import org.lamina.tensor.Tensor;

class TakenApartTest {
    private static final Plan PLAN = Rig.plan(Map.of("epochs", 1000, "batchSize", 16));

    @TempDir
    Path folder;

    private static Rig paused(Rig rig, Project project) {
        return rig.train(project).advance(1).send(new Command.Pause());
    }

    private static TrainingStep apart(Rig rig) {
        rig.send(new Command.StepBatch(true)).toTheEnd();
        return rig.last(Event.TakenApart.class).turns().getFirst();
    }

    private static Map<String, Tensor> weights(Rig rig, Project project) {
        rig.send(new Command.Answer(project, Path.of("."), null, 1));
        return rig.last(Event.Answered.class).weights();
    }

    /// With dropout and a max pooling that changes places with its ReLU where nobody looks; bit for bit.
    @Test
    void stepTakenApartChangesTheWeightsAsAnyOther() {
        assertThat(weightsAfter(true)).isEqualTo(weightsAfter(false));
    }

    private Map<String, Tensor> weightsAfter(boolean apart) {
        Project project = Rig.digits(PLAN);
        try (Rig rig = paused(new Rig(folder), project)) {
            rig.send(new Command.StepBatch(apart)).toTheEnd();
            rig.send(new Command.StepBatch()).toTheEnd();
            return weights(rig, project);
        }
    }

    /// Plain gradient descent on one dense layer: the gradient by softmax minus truth, averaged over the batch, times the
    /// rate is what is taken away.
    @Test
    void numbersAreThoseOfTheFormulas() {
        Plan plan = Rig.plan(Map.of("epochs", 1000, "batchSize", 16, "optimizer", Optimizer.SGD, "momentum", 0.0,
                "learningRate", 0.25));
        Project project = Rig.project(new Planes(Pattern.MOONS, 200, 0.1, 1), plan,
                List.of(Rig.node("in", "input", Map.of("shape", "2")), Rig.node("last", "dense", Map.of("units", 2)),
                        Rig.node("out", "output", Map.of())));
        try (Rig rig = paused(new Rig(folder), project)) {
            Tensor before = Objects.requireNonNull(weights(rig, project).get("last.weight"));
            TrainingStep step = apart(rig);
            Tensor after = Objects.requireNonNull(weights(rig, project).get("last.weight"));
            double[] gradient = new double[4];
            double loss = 0;
            double atLogits = 0;
            for (Sample sample : step.samples()) {
                float[] p = Objects.requireNonNull(sample.answer()).values();
                int truth = (int) sample.truth();
                assertThat(sample.loss()).isCloseTo(-Math.log(p[truth]), within(1e-5));
                loss += sample.loss() / 16;
                for (int unit = 0; unit < 2; unit++) {
                    double back = p[unit] - (unit == truth ? 1 : 0);
                    atLogits += back * back / 16;
                    for (int i = 0; i < 2; i++)
                        gradient[2 * unit + i] += back * sample.input().values()[i] / 16;
                }
            }
            assertThat(step.loss()).isCloseTo(loss, within(1e-6));
            assertThat(step.nodes()).extracting(p -> p.node().value()).containsExactly("in", "last", "out");
            assertThat(passage(step, "last").norm()).isCloseTo(Math.sqrt(atLogits), within(1e-6));
            Change change = step.changes().stream().filter(c -> c.parameter().equals("weight")).findFirst()
                    .orElseThrow();
            assertThat(change.gradient()).isCloseTo(norm(gradient), within(1e-6));
            assertThat(change.update()).isCloseTo(0.25 * norm(gradient), within(1e-6));
            assertThat(change.from()).isEqualTo(before.values()[change.most()]);
            assertThat(change.to()).isEqualTo(after.values()[change.most()]);
            for (int i = 0; i < 4; i++)
                assertThat((double) change.added().values()[i]).isCloseTo(-0.25 * gradient[i], within(1e-6));
        }
    }

    private static double norm(double[] values) {
        double squares = 0;
        for (double value : values)
            squares += value * value;
        return Math.sqrt(squares);
    }

    private static Passage passage(TrainingStep step, String node) {
        return step.nodes().stream().filter(p -> p.node().equals(new NodeId(node))).findFirst().orElseThrow();
    }

    @Test
    void picturesOfTheFirstSampleComeAndGo() {
        try (Rig rig = paused(new Rig(folder), Rig.digits(PLAN))) {
            TrainingStep step = apart(rig);
            assertThat(step.size()).isEqualTo(16);
            assertThat(step.samples().getFirst().input().sizes()).containsExactly(28, 28, 1);
            Passage conv = passage(step, "conv");
            assertThat(conv.output().sizes()).containsExactly(4, 28, 28);
            assertThat(Objects.requireNonNull(conv.gradient()).sizes()).containsExactly(4, 28, 28);
            assertThat(step.changes()).extracting(c -> c.node() + "." + c.parameter()).containsExactly("conv.weight",
                    "conv.bias", "last.weight", "last.bias");
        }
    }

    /// Every sample has one loss of many tokens.
    @Test
    void meanOfTheLossesIsTheLossWhereTokensFollowTokens() {
        Project project = Rig.project(new Counting(12, 99, 9, 60, 1),
                Rig.plan(Map.of("task", Task.NEXT_TOKEN, "batchSize", 8, "epochs", 100)),
                List.of(Rig.node("in", "token-input", Map.of("length", 12, "vocabulary", 11)),
                        Rig.node("embed", "embedding", Map.of("features", 8)),
                        Rig.node("next", "dense", Map.of("units", 11)), Rig.node("out", "output", Map.of())));
        try (Rig rig = paused(new Rig(folder), project)) {
            TrainingStep step = apart(rig);
            assertThat(step.samples().stream().mapToDouble(Sample::loss).average().orElseThrow())
                    .isCloseTo(step.loss(), within(1e-5));
            assertThat(passage(step, "in").gradient()).isNull();
        }
    }

    /// In the discriminator's turn the generator's weights stay, and in the generator's those of the discriminator; there
    /// samples are generated, and their loss is −log of what the discriminator says of them.
    @Test
    void bothTurnsOfAContestAreTold() {
        Project project = AdversarialTest.points(Rig.plan(Map.of("task", Task.ADVERSARIAL, "epochs", 1000)));
        try (Rig rig = paused(new Rig(folder), project)) {
            apart(rig);
            List<TrainingStep> turns = rig.last(Event.TakenApart.class).turns();
            assertThat(turns).extracting(TrainingStep::side).containsExactly(Side.DISCRIMINATOR, Side.GENERATOR);
            TrainingStep generators = turns.getLast();
            assertThat(turns.getFirst().changes()).extracting(c -> c.node().value()).containsOnly("judge", "verdict");
            assertThat(generators.changes()).extracting(c -> c.node().value()).doesNotContain("judge", "verdict")
                    .isNotEmpty();
            assertThat(turns.getFirst().nodes()).extracting(p -> p.node().value()).contains("in");
            assertThat(generators.nodes()).extracting(p -> p.node().value()).contains("made", "verdict")
                    .doesNotContain("in");
            assertThat(generators.samples().getFirst().input().values())
                    .isEqualTo(passage(generators, "made").output().values());
            for (Sample sample : generators.samples())
                assertThat(sample.loss()).isCloseTo(
                        -Math.log(Objects.requireNonNull(sample.answer()).values()[0]), within(1e-4));
        }
    }

    /// As many native arrays afterwards as before.
    @Test
    void takingApartLeavesNoArrays() {
        try (Rig rig = paused(new Rig(folder), Rig.digits(PLAN))) {
            apart(rig);
            int before = Rig.arrays();
            for (int i = 0; i < 3; i++)
                apart(rig);
            assertThat(Rig.arrays()).isEqualTo(before);
        }
    }
}
