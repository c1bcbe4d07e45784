package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamina.data.DataSource;
import org.lamina.data.generate.Counting;
import org.lamina.data.generate.Digits;
import org.lamina.data.generate.Pattern;
import org.lamina.data.generate.Planes;
import org.lamina.data.generate.Sines;
import org.lamina.graph.Node;
import org.lamina.project.Loss;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.spec.Params;
import org.lamina.study.LinearProbes;
import org.lamina.study.Picture;
import org.lamina.study.Plane;
import org.lamina.study.Question;
import org.lamina.tensor.Tensor;

class BinaryTest {
    private static final String PYTHON = System.getProperty("lamina.python", "/usr/bin/python3");
    private static final Objective CLASSES = new Binary(new Objective.Classes(3));
    private static final Objective VALUES = new Binary(new Objective.Values(2));

    @TempDir
    Path folder;

    /// The loss and the slope of it in each answer.
    private record Graded(float loss, float[] slopes) {}

    static List<Arguments> textbook() {
        return List.of(
                // The first class: (softplus(2) − 2 + softplus(−1) + softplus(0.5)) / 3, slopes (σ(x) − t) / 3
                Arguments.of(CLASSES, new float[]{2, -1, 0.5f}, new float[]{0}, 0.471422f,
                        new float[]{-0.039734f, 0.089647f, 0.207486f}),
                // (softplus(1) − 0.3 + softplus(−2) + 2) / 2
                Arguments.of(VALUES, new float[]{1, -2}, new float[]{0.3f, 1}, 1.570095f,
                        new float[]{0.215529f, -0.440399f}),
                // Neither overflows nor loses
                Arguments.of(VALUES, new float[]{1000, -1000}, new float[]{1, 0}, 0f, new float[]{0, 0}),
                Arguments.of(VALUES, new float[]{1000, -1000}, new float[]{0, 1}, 1000f, new float[]{0.5f, -0.5f}));
    }

    @ParameterizedTest
    @MethodSource("textbook")
    void lossAndItsSlopesAreThoseOfTheTextbook(Objective objective, float[] answers, float[] truth, float loss,
            float[] slopes) {
        Graded graded = graded(objective, answers, truth);
        assertThat(graded.loss()).isCloseTo(loss, within(1e-5f));
        assertThat(graded.slopes()).containsExactly(slopes, within(1e-5f));
    }

    @Test
    @Tag("torch")
    void lossAndItsSlopesAreThoseOfPyTorch() throws Exception {
        assumeTrue(new ProcessBuilder(PYTHON, "-c", "import torch").start().waitFor() == 0,
                PYTHON + " has no PyTorch: on Debian, apt install python3-torch");
        float[] answers = {-30, -3.5f, -0.1f, 0, 0.7f, 19.9f, 20.1f, 88};
        float[] truth = {0, 1, 0.25f, 0.5f, 0.9f, 0, 1, 0.999f};
        Graded ours = graded(new Binary(new Objective.Values(8)), answers, truth);
        float[] theirs = python("""
                import torch
                x = torch.tensor(%s, requires_grad=True)
                loss = torch.nn.functional.binary_cross_entropy_with_logits(x, torch.tensor(%s))
                loss.backward()
                print(loss.item(), *x.grad.tolist())
                """.formatted(Arrays.toString(answers), Arrays.toString(truth)));
        assertThat(ours.loss()).isCloseTo(theirs[0], within(1e-6f));
        assertThat(ours.slopes()).containsExactly(Arrays.copyOfRange(theirs, 1, 9), within(1e-7f));
    }

    private static float[] python(String source) throws IOException {
        Process process = new ProcessBuilder(PYTHON, "-c", source).redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        String[] cells = line.split(" ", -1);
        float[] numbers = new float[cells.length];
        for (int i = 0; i < cells.length; i++)
            numbers[i] = Float.parseFloat(cells[i]);
        return numbers;
    }

    private static Graded graded(Objective objective, float[] answers, float[] truth) {
        Torch.start();
        ByteBuffer bytes = ByteBuffer.allocateDirect(4 * truth.length).order(ByteOrder.nativeOrder());
        bytes.asFloatBuffer().put(truth);
        try (NDManager manager = Torch.newManager(Device.cpu())) {
            NDArray given = manager.create(answers, new Shape(1, answers.length));
            given.setRequiresGradient(true);
            NDArray loss = Torch.recording(() -> objective.loss(given, objective.targets(given, bytes)));
            Torch.backward(loss, loss.onesLike());
            return new Graded(loss.getFloat(), Objects.requireNonNull(Torch.gradient(given)).toFloatArray());
        }
    }

    /// One number at the end: what is shown are still the probabilities of both classes.
    @Test
    void oneNumberLearnsToTellTwoClassesApart() {
        Project project = points(plan(Map.of("epochs", 15, "learningRate", 0.02, "batchSize", 20)), 1);
        try (Rig rig = new Rig(folder)) {
            rig.train(project).toTheEnd().send(look(20));
            assertThat(rig.last(Event.Finished.class).validation().accuracy()).isGreaterThan(0.9);
            assertThat(rig.last(Event.Finished.class).validation().loss()).isBetween(0.0, 0.5);
            Tensor shown = shown(rig);
            assertThat(shown.sizes()).containsExactly(20, 2);
            for (int i = 0; i < 40; i += 2)
                assertThat(shown.values()[i] + shown.values()[i + 1]).isCloseTo(1, within(1e-6f));
        }
    }

    /// As of a network with a logit for each class.
    @Test
    void questionsAboutBothClassesAreAnswered() {
        List<Question> questions = List.of(new Plane(1, 10), new LinearProbes(24, 12));
        try (Rig rig = new Rig(folder)) {
            rig.train(points(plan(Map.of("epochs", 2)), 1)).toTheEnd();
            for (Question question : questions) {
                rig.send(new Command.Look(new Looks(Set.of(), Set.of(), new Picture.Validation(0), List.of(), false,
                        Set.of(question))));
                rig.mailbox.take();
                assertThat(rig.toTheEnd().found(question)).extracting(Frame.Found::done, Frame.Found::message)
                        .containsExactly(true, null);
            }
        }
    }

    @Test
    void eachPixelIsLearntAsAProbability() {
        Project project = Rig.project(new Digits(300, 1, 1),
                plan(Map.of("task", Task.RECONSTRUCTION, "epochs", 8, "learningRate", 0.003, "batchSize", 32)),
                List.of(Rig.input(), Rig.node("flat", "flatten", Map.of()),
                        Rig.node("code", "dense", Map.of("units", 24)), Rig.node("relu", "relu", Map.of()),
                        Rig.node("all", "dense", Map.of("units", 784)), Rig.node("picture", "reshape", Map.of()),
                        Rig.node("out", "output", Map.of())));
        try (Rig rig = new Rig(folder)) {
            rig.train(project).toTheEnd().send(look(5));
            assertThat(rig.last(Event.Finished.class).validation().loss())
                    .as("a grey guess of 0.5 everywhere loses ln 2").isLessThan(0.45);
            for (float pixel : shown(rig).values())
                assertThat(pixel).isBetween(0f, 1f);
        }
    }

    static List<Arguments> refused() {
        Node in = Rig.node("in", "input", Map.of("shape", org.lamina.tensor.Shape.sequence(40, 1)));
        return List.of(
                Arguments.of(points(plan(Map.of()), 2),
                        "Output binary cross-entropy tells two classes apart by 1 number, the network answers with 2: give the last layer 1 output"),
                Arguments.of(points(Rig.plan(Map.of()), 1),
                        "Output the data set has 2 classes, the network answers with 1: give the last layer 2 outputs, or set the loss of the training plan to binary cross-entropy"),
                Arguments.of(
                        Rig.project(new Counting(12, 99, 9, 60, 1), plan(Map.of("task", Task.NEXT_TOKEN)), List.of()),
                        "Binary cross-entropy is for questions that are each answered yes or no; of all tokens only one comes next: set the loss of the training plan to usual"),
                Arguments.of(
                        Rig.project(sines(), plan(Map.of("task", Task.REGRESSION)),
                                List.of(in, Rig.node("flat", "flatten", Map.of()),
                                        Rig.node("last", "dense", Map.of("units", 1)),
                                        Rig.node("out", "output", Map.of()))),
                        "Binary cross-entropy needs answers from 0 to 1, the data set has -"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatItCannotLearnIsRefusedInWords(Project project, String message) {
        try (Rig rig = new Rig(folder)) {
            assertThat(rig.train(project).last(Event.Failed.class).message()).startsWith(message);
        }
    }

    private static DataSource sines() {
        return Params.with(new Sines(), Map.of("samples", 100, "horizon", 1));
    }

    private static Tensor shown(Rig rig) {
        return Objects.requireNonNull(Objects.requireNonNull(rig.mailbox.take()).predictions()).outputs();
    }

    private static Command look(int samples) {
        List<Integer> first = IntStream.range(0, samples).boxed().toList();
        return new Command.Look(new Looks(Set.of(), Set.of(), 0, first, false));
    }

    private static Plan plan(Map<String, ?> changes) {
        Map<String, Object> all = new HashMap<>(changes);
        all.put("loss", Loss.BINARY_CROSS_ENTROPY);
        return Rig.plan(all);
    }

    private static Project points(Plan plan, int answers) {
        return Rig.project(new Planes(Pattern.XOR, 400, 0, 1), plan,
                List.of(Rig.node("in", "input", Map.of("shape", org.lamina.tensor.Shape.vector(2))),
                        Rig.node("hidden", "dense", Map.of("units", 16)), Rig.node("relu", "relu", Map.of()),
                        Rig.node("last", "dense", Map.of("units", answers)), Rig.node("out", "output", Map.of())));
    }
}
