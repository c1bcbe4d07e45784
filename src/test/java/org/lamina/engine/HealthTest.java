package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.generate.Pattern;
import org.lamina.data.generate.Planes;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.study.Health;
import org.lamina.study.Health.Vital;
import org.lamina.study.Picture;
import org.lamina.study.Question;
import org.lamina.tensor.Tensor;

class HealthTest {
    private static final Health HEALTH = new Health();
    private static final Plan PLAN = Rig.plan(Map.of("epochs", 1000, "batchSize", 16));

    @TempDir
    Path folder;

    private static Command.Look asking(Question... questions) {
        return new Command.Look(
                new Looks(Set.of(), Set.of(), new Picture.Validation(0), List.of(), false, Set.of(questions)));
    }

    private static Project network(Plan plan, List<Node> hidden) {
        List<Node> chain = new ArrayList<>(List.of(Rig.node("in", "input", Map.of("shape", "2"))));
        chain.addAll(hidden);
        chain.add(Rig.node("last", "dense", Map.of("units", 2)));
        chain.add(Rig.node("out", "output", Map.of()));
        return Rig.project(new Planes(Pattern.MOONS, 200, 0.1, 1), plan, chain);
    }

    private static Project small(String function) {
        return network(PLAN,
                List.of(Rig.node("first", "dense", Map.of("units", 3)), Rig.node("bent", function, Map.of())));
    }

    private static Rig paused(Rig rig, Project project) {
        rig.train(project).advance(1).send(new Command.Pause()).send(asking(HEALTH));
        return rig.toTheEnd();
    }

    private static Health.Found found(Rig rig) {
        return (Health.Found) Objects.requireNonNull(rig.found(HEALTH).finding());
    }

    private static Vital vital(Health.Found found, String node) {
        return Objects.requireNonNull(found.nodes().get(new NodeId(node)));
    }

    private static Event.Answered answered(Rig rig, Project project) {
        rig.send(new Command.Answer(project, Path.of("."), null, 32));
        return rig.last(Event.Answered.class);
    }

    /// Softmax and cross-entropy give p − y at the logits; W₂ᵀ carries it back, and ReLU lets through where x > 0.
    @Test
    void gradientsAreThoseOfTheFormulas() {
        Project project = small("relu");
        try (Rig rig = paused(new Rig(folder), project)) {
            Health.Found found = found(rig);
            assertThat(found.samples()).isEqualTo(32);
            Event.Answered net = answered(rig, project);
            Tensor weight = Objects.requireNonNull(net.weights().get("last.weight"));
            float[] x = values(net, "first");
            float[] logits = values(net, "last");
            double[] squares = new double[3];
            for (int sample = 0; sample < 32; sample++) {
                double odds = Math.exp(logits[2 * sample + 1] - logits[2 * sample]);
                double[] atLogits = {1 / (1 + odds), odds / (1 + odds)};
                atLogits[(int) rig.last(Event.Started.class).validation()[sample]] -= 1;
                squares[0] += atLogits[0] * atLogits[0] + atLogits[1] * atLogits[1];
                for (int unit = 0; unit < 3; unit++) {
                    double back = weight.values()[unit] * atLogits[0] + weight.values()[3 + unit] * atLogits[1];
                    squares[1] += back * back;
                    squares[2] += x[3 * sample + unit] > 0 ? back * back : 0;
                }
            }
            String[] nodes = {"last", "bent", "first"};
            for (int i = 0; i < nodes.length; i++)
                assertThat(vital(found, nodes[i]).gradient()).as(nodes[i])
                        .isCloseTo(Math.sqrt(squares[i] / 32), within(1e-6));
        }
    }

    private static float[] values(Event.Answered net, String node) {
        return Objects.requireNonNull(net.outputs().get(new NodeId(node))).values();
    }

    @Test
    void meansAreThoseOfTheOutputs() {
        Project project = small("relu");
        try (Rig rig = paused(new Rig(folder), project)) {
            Health.Found found = found(rig);
            float[] outputs = values(answered(rig, project), "bent");
            float[] means = new float[3];
            for (int i = 0; i < outputs.length; i++)
                means[i % 3] += outputs[i] / 32;
            assertThat(vital(found, "bent").means()).containsExactly(means, within(1e-6f));
        }
    }

    @Test
    void gradientVanishesLayerByLayerThroughSigmoids() {
        List<Node> deep = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            deep.add(Rig.node("dense-" + i, "dense", Map.of("units", 16)));
            deep.add(Rig.node("sigmoid-" + i, "sigmoid", Map.of()));
        }
        try (Rig rig = paused(new Rig(folder), network(PLAN, deep))) {
            Health.Found found = found(rig);
            for (int i = 1; i < 6; i++)
                assertThat(vital(found, "dense-" + i).gradient()).as("at layer %d", i).isPositive()
                        .isLessThan(vital(found, "dense-" + (i + 1)).gradient() / 2);
            assertThat(vital(found, "dense-1").gradient()).isLessThan(vital(found, "out").gradient() / 100);
        }
    }

    @Test
    void unitsThatABiasKillsAreCounted() {
        try (Rig rig = paused(new Rig(folder), small("relu"))) {
            int before = Objects.requireNonNull(vital(found(rig), "bent").idle()).count();
            for (int unit = 0; unit < 3; unit++)
                rig.send(new Command.PutWeight("first.bias", unit, unit == 1 ? -1000 : 1000));
            Health.Idle idle = Objects.requireNonNull(vital(found(rig.toTheEnd()), "bent").idle());
            assertThat(before).isZero();
            assertThat(idle.isSaturation()).isFalse();
            assertThat(idle.units()).isEqualTo(3);
            assertThat(idle.count()).isEqualTo(1);
        }
    }

    @Test
    void unitsThatABiasSaturatesAreCounted() {
        try (Rig rig = paused(new Rig(folder), small("tanh"))) {
            rig.send(new Command.PutWeight("first.bias", 0, -1000)).send(new Command.PutWeight("first.bias", 2, 1000));
            Health.Idle idle = Objects.requireNonNull(vital(found(rig.toTheEnd()), "bent").idle());
            assertThat(idle.isSaturation()).isTrue();
            assertThat(idle.count()).isEqualTo(2);
        }
    }

    @Test
    void movementIsThatOfTheStepBetweenTwoCopiesOfTheWeights() {
        Project project = small("relu");
        try (Rig rig = paused(new Rig(folder), project)) {
            Map<String, Tensor> before = answered(rig, project).weights();
            rig.send(new Command.StepBatch()).toTheEnd();
            Map<String, Tensor> after = answered(rig, project).weights();
            double[] squares = new double[2];
            for (String name : List.of("first.weight", "first.bias")) {
                float[] old = Objects.requireNonNull(before.get(name)).values();
                float[] now = Objects.requireNonNull(after.get(name)).values();
                for (int i = 0; i < old.length; i++) {
                    squares[0] += (double) old[i] * old[i];
                    squares[1] += Math.pow((double) now[i] - old[i], 2);
                }
            }
            Health.Movement movement = Objects.requireNonNull(vital(found(rig), "first").movement());
            assertThat(movement.weights()).isCloseTo(Math.sqrt(squares[0]), within(1e-6));
            assertThat(movement.change()).isCloseTo(Math.sqrt(squares[1]), within(1e-6));
        }
    }

    @Test
    void lookingOnChangesNothingOfTheRun() {
        assertThat(lossAfter(asking(HEALTH))).isEqualTo(lossAfter(asking()));
    }

    private double lossAfter(Command.Look look) {
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.digits(Rig.plan(Map.of("epochs", 2, "batchSize", 16)))).send(look).toTheEnd();
            return rig.last(Event.Finished.class).train().loss();
        }
    }

    @Test
    void nobodyLooksOnAtStepsWhileNobodyAsks() throws Refusal {
        Torch.start();
        Library library = new Library(Devices.here(), _ -> {}, () -> false);
        try (Model model = library.open(small("relu"), folder, "cpu");
                Looker looker = new Looker(model, new Mailbox(() -> {}), () -> 0)) {
            assertThat(looker.witness()).isSameAs(Witness.NONE);
            looker.looks(asking(HEALTH).looks());
            try (Witness witness = looker.witness()) {
                assertThat(witness).isInstanceOf(Surveyor.class);
            }
            assertThat(looker.witness()).as("once for each answer").isSameAs(Witness.NONE);
        }
    }

    /// As many native arrays afterwards as before.
    @Test
    void measuringLeavesNoArrays() {
        try (Rig rig = paused(new Rig(folder), small("relu"))) {
            int before = Rig.arrays();
            for (int i = 0; i < 5; i++)
                rig.send(new Command.StepBatch()).toTheEnd();
            assertThat(Rig.arrays()).isEqualTo(before);
        }
    }

    /// Each network by the loss that it learns from itself.
    @Test
    void bothSidesOfAContestAreMeasured() {
        try (Rig rig = paused(new Rig(folder),
                AdversarialTest.points(Rig.plan(Map.of("task", Task.ADVERSARIAL, "epochs", 1000))))) {
            Health.Found found = found(rig);
            for (String node : List.of("make", "made", "judge", "verdict"))
                assertThat(vital(found, node).gradient()).as(node).isPositive();
        }
    }
}
