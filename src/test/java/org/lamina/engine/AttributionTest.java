package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lamina.compile.Tap;
import org.lamina.data.DataSet;
import org.lamina.data.Progress;
import org.lamina.data.Split;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.probe.Studies;
import org.lamina.probe.Study;
import org.lamina.probe.Unanswerable;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.study.Attribution;
import org.lamina.study.Attribution.Method;
import org.lamina.study.Finding;
import org.lamina.study.Picture;
import org.lamina.study.Question;
import org.lamina.study.Response;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// Each method against numbers worked out by hand, finite differences, or what it promises.
class AttributionTest {
    private static final Offset<Float> NEAR = within(1e-5f);
    private static final Picture RAMP = new Picture.Own(new Tensor(new int[]{2, 2, 1}, new float[]{1, 2, 3, 4}));

    /// Two filters of one pixel, x and 2.5 − x, a ReLU, and the sum with the weights 1 −1 2 0 and 2 2 1 1. Of the ramp
    /// 1 2 3 4 the maps are 1 2 3 4 and 1.5 0.5 −0.5 −1.5, and the answer is 9.
    private static Model ramp() throws Exception {
        Model model = model(Task.REGRESSION, new Objective.Values(1), List.of(
                Rig.node("in", "input", Map.of("shape", Shape.image(1, 2, 2))),
                Rig.node("conv", "conv-2d", Map.of("filters", 2, "kernel", 1, "padding", 0)),
                Rig.node("relu", "relu", Map.of()), Rig.node("flat", "flatten", Map.of()),
                Rig.node("last", "dense", Map.of("units", 1)), Rig.node("out", "output", Map.of())));
        model.network().load(Map.of("conv.weight", new Tensor(new int[]{2, 1, 1, 1}, new float[]{1, -1}),
                "conv.bias", vector(0, 2.5f),
                "last.weight", new Tensor(new int[]{1, 8}, new float[]{1, -1, 2, 0, 2, 2, 1, 1}),
                "last.bias", vector(0)));
        return model;
    }

    @Test
    void saliencyIsTheGradientByHand() throws Exception {
        try (Model model = ramp()) {
            assertThat(map(model, RAMP, new Attribution.Saliency())).containsExactly(-1, -3, 2, 0);
        }
    }

    /// The gradients 1 −1 2 0 and 2 2 · · at the ReLU become 1 0 2 0 and 2 2 · ·.
    @Test
    void guidedBackpropagationClipsAtTheRelu() throws Exception {
        try (Model model = ramp()) {
            assertThat(map(model, RAMP, new Attribution.GuidedBackpropagation())).containsExactly(-1, -2, 2, 0);
        }
    }

    /// h = ReLU(1 2), z = ReLU(2h₁ − h₂/2, h₂ − h₁) = 1 1, answer z₁ − z₂. Backwards 1 −1 is clipped to 1 0, gives
    /// 2 −0.5 and is clipped again.
    @Test
    void guidedBackpropagationClipsAtEveryRelu() throws Exception {
        Model model = model(Task.REGRESSION, new Objective.Values(1), List.of(
                Rig.node("in", "input", Map.of("shape", Shape.vector(2))),
                Rig.node("relu-1", "relu", Map.of()), Rig.node("mix", "dense", Map.of("units", 2)),
                Rig.node("relu-2", "relu", Map.of()), Rig.node("last", "dense", Map.of("units", 1)),
                Rig.node("out", "output", Map.of())));
        try (model) {
            model.network().load(
                    Map.of("mix.weight", new Tensor(new int[]{2, 2}, new float[]{2, -0.5f, -1, 1}), "mix.bias",
                            vector(0, 0), "last.weight", new Tensor(new int[]{1, 2}, new float[]{1, -1}), "last.bias",
                            vector(0)));
            Picture picture = new Picture.Own(vector(1, 2));
            assertThat(map(model, picture, new Attribution.Saliency())).containsExactly(3, -1.5f);
            assertThat(map(model, picture, new Attribution.GuidedBackpropagation())).containsExactly(new float[]{2, 0},
                    NEAR);
        }
    }

    /// The mean gradients are 0.5 and 1 at the convolution, 0.5 and 1.5 after the ReLU.
    @Test
    void gradCamWeighsMapsWithTheirMeanGradients() throws Exception {
        try (Model model = ramp()) {
            assertThat(map(model, RAMP, new Attribution.GradCam(new NodeId("conv"))))
                    .containsExactly(2, 1.5f, 1, 0.5f);
            assertThat(map(model, RAMP, new Attribution.GradCam(new NodeId("relu"))))
                    .containsExactly(2.75f, 1.75f, 1.5f, 2);
            assertThat(refusal(model, RAMP, new Attribution.GradCam(new NodeId("last"))))
                    .contains("choose a convolution");
        }
    }

    /// Without one pixel of the ramp the answer is 10, 15, 5.5 or 11.5. A window of 3 pixels covers all four each time
    /// and leaves 2.5 · (2 + 2 + 1 + 1) = 15.
    @Test
    void occlusionIsTheFallOfTheAnswer() throws Exception {
        try (Model model = ramp()) {
            assertThat(map(model, RAMP, new Attribution.Occlusion(1))).containsExactly(-1, -6, 3.5f, -2.5f);
            assertThat(map(model, RAMP, new Attribution.Occlusion(3))).containsExactly(-6, -6, -6, -6);
        }
    }

    /// (f(x + h) − f(x − h)) / 2h at every pixel of a network without kinks.
    @Test
    void saliencyEqualsFiniteDifferences() throws Exception {
        try (Model model = smooth()) {
            Tensor picture = picture(model, 0);
            float[] gradient = map(model, new Picture.Validation(0), new Attribution.Saliency());
            float[] differences = new float[gradient.length];
            float h = 0.02f;
            for (int i = 0; i < differences.length; i++)
                differences[i] = (logit(model, picture, i, h) - logit(model, picture, i, -h)) / (2 * h);
            assertThat(gradient).containsExactly(differences, within(2e-4f));
            assertThat(new Tensor(new int[]{gradient.length}, gradient)).as("not all flat")
                    .isNotEqualTo(new Tensor(new int[]{gradient.length}, new float[gradient.length]));
        }
    }

    /// The sum of integrated gradients is the difference of the logits, on networks with and without kinks.
    @Test
    void integratedGradientsAreComplete() throws Exception {
        try (Model smooth = smooth(); Model kinked = kinked()) {
            for (Model model : List.of(smooth, kinked))
                for (int sample = 0; sample < 4; sample++) {
                    Attribution.Found found = attribute(model, new Picture.Validation(sample),
                            new Attribution.IntegratedGradients());
                    var completeness = Objects.requireNonNull(found.completeness());
                    double sum = 0;
                    for (float part : found.map().values())
                        sum += part;
                    Tensor picture = picture(model, sample);
                    Tensor black = new Tensor(picture.sizes(), new float[picture.values().length]);
                    double difference = logit(model, picture, 0, 0) - logit(model, black, 0, 0);
                    assertThat(completeness.difference()).isCloseTo(difference, within(1e-4));
                    assertThat(completeness.sum()).isCloseTo(sum, within(1e-4));
                    assertThat(Math.abs(sum - difference)).isLessThan(0.01 * Math.abs(difference));
                }
        }
    }

    /// A network of one dense layer has one gradient everywhere, so noise changes nothing.
    @Test
    void smoothGradOfALinearNetworkIsItsWeights() throws Exception {
        Model model = model(Task.CLASSIFICATION, new Objective.Classes(10),
                List.of(Rig.input(), Rig.node("flat", "flatten", Map.of()),
                        Rig.node("last", "dense", Map.of("units", 10)), Rig.node("out", "output", Map.of())));
        try (model) {
            float[] weights = Network.readFirst(model.network().kernel(new NodeId("last")).orElseThrow(), 1).values();
            assertThat(map(model, new Picture.Validation(0), new Attribution.SmoothGrad()))
                    .containsExactly(weights, within(1e-6f));
        }
    }

    @Test
    void methodThatDoesNotApplySaysWhy() throws Exception {
        try (Model model = smooth()) {
            assertThat(refusal(model, new Picture.Validation(0), new Attribution.GuidedBackpropagation()))
                    .contains("no ReLU layer");
        }
    }

    @Test
    void responseIsWhatPeopleRead() throws Exception {
        try (Model model = smooth()) {
            Response.Found found = (Response.Found) answer(model, new Response(new Picture.Validation(2)));
            assertThat(found.picture().sizes()).containsExactly(1, 28, 28);
            float sum = 0;
            for (float share : found.output().values())
                sum += share;
            assertThat(sum).isCloseTo(1, NEAR);
        }
    }

    private static Model smooth() throws Exception {
        return digits("tanh");
    }

    private static Model kinked() throws Exception {
        return digits("relu");
    }

    private static Model digits(String activation) throws Exception {
        return model(Task.CLASSIFICATION, new Objective.Classes(10), List.of(Rig.input(),
                Rig.node("conv", "conv-2d", Map.of("filters", 4)), Rig.node("act", activation, Map.of()),
                Rig.node("pool", activation.equals("relu") ? "max-pool-2d" : "average-pool-2d",
                        Map.of("window", 4, "stride", 4)),
                Rig.node("flat", "flatten", Map.of()), Rig.node("last", "dense", Map.of("units", 10)),
                Rig.node("out", "output", Map.of())));
    }

    private static Model model(Task task, Objective objective, List<Node> chain) throws Exception {
        Torch.start();
        Plan plan = Rig.plan(Map.of("task", task));
        Project project = Rig.project(Rig.digits(plan).data(), plan, chain);
        DataSet data = project.data().open(Path.of(""), Progress.NONE);
        return new Model(project, new DeviceInfo("cpu", "CPU"), data, Split.of(data, 0.2, 1),
                new Network(Inference.of(project.graph(), null), Device.cpu(), 3), objective);
    }

    private static Tensor vector(float... values) {
        return new Tensor(new int[]{values.length}, values);
    }

    private static float[] map(Model model, Picture picture, Method method) throws Exception {
        return attribute(model, picture, method).map().values();
    }

    private static Attribution.Found attribute(Model model, Picture picture, Method method) throws Exception {
        return (Attribution.Found) answer(model, new Attribution(picture, 0, method));
    }

    private static Finding answer(Model model, Question question) throws Exception {
        Finding last = null;
        try (Study study = Studies.of(question, new ModelSubject(model))) {
            while (!study.isDone()) {
                Optional<? extends Finding> found = study.advance();
                last = found.isPresent() ? found.get() : last;
            }
        }
        return Objects.requireNonNull(last);
    }

    private static String refusal(Model model, Picture picture, Method method) throws Exception {
        try {
            attribute(model, picture, method);
            throw new AssertionError("was answered");
        } catch (Unanswerable e) {
            return Objects.requireNonNull(e.getMessage());
        }
    }

    private static Tensor picture(Model model, int sample) throws Exception {
        return ((Response.Found) answer(model, new Response(new Picture.Validation(sample)))).picture();
    }

    /// The first class's logit with one number of the picture changed.
    private static float logit(Model model, Tensor picture, int at, float by) {
        float[] values = picture.values().clone();
        values[at] += by;
        try (NDManager scope = model.network().manager().newSubManager()) {
            NDArray one = scope.create(values, new ai.djl.ndarray.types.Shape(1, 1, 28, 28));
            return model.network().answer(one, false, Tap.NONE).toFloatArray()[0];
        }
    }
}
