package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.DataSet;
import org.lamina.data.Progress;
import org.lamina.data.generate.Digits;
import org.lamina.data.generate.Pattern;
import org.lamina.data.generate.Planes;
import org.lamina.graph.Contest;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.probe.Turn;
import org.lamina.project.Layout;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.tensor.Shape;

class AdversarialTest {

    @TempDir
    Path folder;

    /// Verdicts of 2 on a generated sample and of −1 on a real one: softplus(2) = 2.126928 and softplus(1) = 1.313262, so
    /// the discriminator loses their mean 1.720095 and has both wrong; the generator loses softplus(−2) = 0.126928.
    @Test
    void lossesAreThoseOfTheTextbook() {
        Torch.start();
        Objective objective = new Adversarial(contest());
        try (NDManager manager = Torch.newManager(Device.cpu())) {
            NDArray verdicts = manager.create(new float[]{2, -1}).reshape(2, 1);
            NDArray targets = objective.targets(manager.ones(new ai.djl.ndarray.types.Shape(1, 2)),
                    ByteBuffer.allocate(0));
            assertThat(targets.toFloatArray()).containsExactly(0, 1);
            assertThat(objective.loss(verdicts, targets).getFloat()).isCloseTo(1.720095f, within(1e-5f));
            Turn generators = objective.turns().getLast();
            assertThat(generators.loss().apply(verdicts.get("0:1"), targets).getFloat())
                    .isCloseTo(0.126928f, within(1e-5f));
            assertThat(objective.right(new float[]{2, -1}, new float[0], 1)).isZero();
            assertThat(objective.right(new float[]{-2, -1}, new float[0], 1)).isEqualTo(0.5);
        }
    }

    @Test
    void eachSideLearnsInItsOwnTurn() throws Exception {
        Plan plan = plan(Map.of("epochs", 1));
        Project project = points(plan);
        try (Network network = network(project);
                Trainer trainer = new Trainer(network, new Adversarial(contest()), plan);
                NDManager step = network.manager().newSubManager()) {
            List<Set<String>> learners = new ArrayList<>();
            for (Turn turn : new Adversarial(contest()).turns())
                learners.add(Set.copyOf(network.trained().keySet().stream().filter(turn.learns()).toList()));
            assertThat(learners).containsExactly(Set.of("judge.weight", "judge.bias", "verdict.weight", "verdict.bias"),
                    Set.of("make.weight", "make.bias", "made.weight", "made.bias"));
        }
    }

    /// The generator must bring its points, which begin anywhere, to where the spiral's are, and not all to one place.
    @Test
    void generatorComesToMakeWhatIsLikeTheSamples() throws Exception {
        Project project = points(plan(Map.of("epochs", 60, "batchSize", 50, "learningRate", 0.003)));
        DataSet real = project.data().open(folder, Progress.NONE);
        try (Rig rig = new Rig(folder)) {
            rig.train(project).send(new Command.Pause()).send(look());
            double before = distance(generated(rig), real);
            rig.send(new Command.Resume()).toTheEnd().send(look());
            Event.Finished end = rig.last(Event.Finished.class);
            assertThat(end.train().loss()).isBetween(0.4, 0.9);
            assertThat(end.validation().accuracy()).isBetween(0.2, 0.9);
            float[] points = generated(rig);
            assertThat(distance(points, real)).as("mean distance to the nearest sample, %s before training", before)
                    .isLessThan(before / 2);
            assertThat(spread(points)).as("mean distance from the middle; the samples' is 0.59").isBetween(0.25, 0.85);
        }
    }

    private static Command look() {
        return new Command.Look(
                new Looks(Set.of(), Set.of(), 0, IntStream.range(0, 100).boxed().toList(), false));
    }

    private static float[] generated(Rig rig) {
        Frame.Predictions shown = Objects.requireNonNull(Objects.requireNonNull(rig.mailbox.take()).predictions());
        for (float share : shown.outputs().values())
            assertThat(share).isBetween(0f, 1f);
        return shown.inputs().values();
    }

    private static double spread(float[] points) {
        double sum = 0;
        for (int i = 0; i < points.length; i += 2)
            sum += Math.hypot(points[i], points[i + 1]);
        return 2 * sum / points.length;
    }

    private static double distance(float[] points, DataSet real) {
        float[] sample = new float[2];
        double sum = 0;
        for (int i = 0; i < points.length; i += 2) {
            double nearest = Double.MAX_VALUE;
            for (int s = 0; s < real.info().samples(); s++) {
                real.input(s, sample, 0);
                nearest = Math.min(nearest, Math.hypot(points[i] - sample[0], points[i + 1] - sample[1]));
            }
            sum += nearest;
        }
        return 2 * sum / points.length;
    }

    private static Network network(Project project) throws Exception {
        Torch.start();
        return new Network(Inference.of(project.graph(), null), Device.cpu(), 1);
    }

    private static Contest contest() {
        return Contest.of(points(plan(Map.of())).graph()).orElseThrow();
    }

    private static Plan plan(Map<String, ?> changes) {
        var all = new HashMap<String, Object>(changes);
        all.put("task", Task.ADVERSARIAL);
        return Rig.plan(all);
    }

    static Project points(Plan plan) {
        List<Node> nodes = List.of(Rig.node("noise", "noise-input", Map.of("size", 2)),
                Rig.node("make", "dense", Map.of("units", 32)), Rig.node("relu", "relu", Map.of()),
                Rig.node("made", "dense", Map.of("units", 2)),
                Rig.node("in", "input", Map.of("shape", Shape.vector(2))),
                Rig.node("meet", "real-or-generated", Map.of()), Rig.node("judge", "dense", Map.of("units", 32)),
                Rig.node("leaky", "leaky-relu", Map.of()), Rig.node("verdict", "dense", Map.of("units", 1)),
                Rig.node("out", "output", Map.of()));
        List<Wire> wires = List.of(new Wire("noise", "make"), new Wire("make", "relu"), new Wire("relu", "made"),
                new Wire("made", "meet"), new Wire("in", "meet", 1), new Wire("meet", "judge"),
                new Wire("judge", "leaky"), new Wire("leaky", "verdict"), new Wire("verdict", "out"));
        return new Project("", Graph.of(nodes, wires), Layout.EMPTY, new Planes(Pattern.SPIRAL, 1000, 0.02, 1), plan);
    }

    /// A dense autoencoder on digits; always answering with the mean picture would leave 0.1 (their variance).
    @Test
    void autoencoderLearnsToGiveBackItsSamples() {
        Project project = Rig.project(new Digits(600, 1, 1),
                Rig.plan(Map.of("task", Task.RECONSTRUCTION, "epochs", 20, "learningRate", 0.003, "batchSize", 32)),
                List.of(Rig.input(), Rig.node("flat", "flatten", Map.of()),
                        Rig.node("code", "dense", Map.of("units", 24)), Rig.node("relu", "relu", Map.of()),
                        Rig.node("all", "dense", Map.of("units", 784)), Rig.node("sigmoid", "sigmoid", Map.of()),
                        Rig.node("picture", "reshape", Map.of()), Rig.node("out", "output", Map.of())));
        try (Rig rig = new Rig(folder)) {
            rig.train(project).toTheEnd().send(look());
            assertThat(rig.last(Event.Finished.class).validation().loss()).isLessThan(0.055);
            assertThat(rig.last(Event.Finished.class).validation().accuracy()).isNaN();
            Frame.Predictions shown = Objects.requireNonNull(Objects.requireNonNull(rig.mailbox.take()).predictions());
            assertThat(shown.outputs().sizes()).containsExactly(100, 1, 28, 28);
        }
    }

    @Test
    void nodesOfTheGeneratorAreThoseBeforeTheMeeting() {
        assertThat(contest()).isEqualTo(new Contest(new NodeId("meet"), new NodeId("made"), new NodeId("in"),
                Set.of(new NodeId("noise"), new NodeId("make"), new NodeId("relu"), new NodeId("made")),
                Set.of(new NodeId("in"))));
    }
}
