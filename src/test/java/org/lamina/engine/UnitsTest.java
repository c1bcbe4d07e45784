package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.generate.Digits;
import org.lamina.graph.NodeId;
import org.lamina.probe.Studies;
import org.lamina.probe.Study;
import org.lamina.probe.Unanswerable;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.study.Ablation;
import org.lamina.study.Finding;
import org.lamina.study.Picture;
import org.lamina.study.Question;
import org.lamina.study.Unit;
import org.lamina.study.UnitResponse;

class UnitsTest {

    private static final NodeId CONV = new NodeId("conv");
    private static final NodeId LAST = new NodeId("last");

    @TempDir
    Path folder;

    private static Finding answered(Question question, ModelSubject subject) throws Exception {
        Finding newest = null;
        try (Study study = Studies.of(question, subject)) {
            while (!study.isDone()) {
                Optional<? extends Finding> next = study.advance();
                newest = next.isPresent() ? next.get() : newest;
            }
        }
        return Optional.ofNullable(newest).orElseThrow();
    }

    private Model model(Project project) throws Exception {
        Torch.start();
        return new Library(Devices.here(), _ -> {}, () -> false).open(project, folder, "cpu");
    }

    private static NDArray weights(ModelSubject subject, String name) {
        return Objects.requireNonNull(subject.weights().get(name), name);
    }

    /// A filter without weights gives zeros, as one that is switched off does.
    @Test
    void answersWithoutUnitsAreThoseOfFiltersWithoutWeights() throws Exception {
        try (Model model = model(Rig.digits(Rig.plan(Map.of())))) {
            ModelSubject subject = new ModelSubject(model);
            Set<Unit> off = Set.of(new Unit(CONV, 1), new Unit(CONV, 3));
            Ablation.Found found = (Ablation.Found) answered(new Ablation(off), subject);
            for (Unit unit : off)
                for (String name : List.of("conv.weight", "conv.bias"))
                    weights(subject, name).set(new NDIndex(String.valueOf(unit.index())), 0f);
            Ablation.Found zeroed = (Ablation.Found) answered(new Ablation(Set.of()), subject);
            assertThat(found.without()).containsExactly(zeroed.whole()).isNotEqualTo(found.whole());
            assertThat(found.truth()).hasSameSizeAs(found.whole());
        }
    }

    /// Behind a max pool and a ReLU, what arrives at a neuron is weight × activation; all parts and the offset make its
    /// number.
    @Test
    void partsOfTheFeedersAddUpToTheNeuron() throws Exception {
        try (Model model = model(Rig.digits(Rig.plan(Map.of())))) {
            ModelSubject subject = new ModelSubject(model);
            Picture picture = new Picture.Validation(0);
            UnitResponse.Found found = (UnitResponse.Found) answered(new UnitResponse(new Unit(LAST, 2), picture),
                    subject);
            float[] number = new float[1];
            try (var scope = subject.manager().newSubManager()) {
                number[0] = subject.answer(subject.samples(scope, List.of(picture)), false, (_, output) -> output)
                        .getFloat(0, 2);
            }
            float offset = weights(subject, "last.bias").getFloat(2);
            assertThat(found.feeders()).isNotEmpty().allMatch(f -> f.unit().node().equals(new NodeId("pool")));
            assertThat(found.feeders().stream().mapToDouble(UnitResponse.Feeder::part).sum() + offset)
                    .isCloseTo(number[0], within(1e-4));
            assertThat(found.pictures()).isEqualTo(model.split().validation().length);
            assertThat(Arrays.stream(found.histogram()).sum()).isEqualTo(found.pictures());
        }
    }

    /// While the network learns the numbers are counted anew, in bits: until all of them are, those of before stay.
    @Test
    void wholeAnswerGivesWayOnlyToAWholeOne() {
        Set<Question> asked = Set.of(new Ablation(Set.of(new Unit(CONV, 1))),
                new UnitResponse(new Unit(CONV, 1), new Picture.Validation(0)));
        Project project = Rig.digits(Rig.plan(Map.of("epochs", 1000, "batchSize", 16, "validation", 0.75)))
                .with(new Digits(400, 1, 1));
        Map<Question, List<Boolean>> told = new HashMap<>();
        try (Rig rig = new Rig(folder)) {
            rig.send(
                    new Command.Look(new Looks(Set.of(), Set.of(), new Picture.Validation(0), List.of(), false, asked)))
                    .train(project);
            while (!asked.stream().allMatch(q -> count(told, q, true) > 2)) {
                rig.advance(1);
                Frame frame = rig.mailbox.take();
                if (frame != null)
                    frame.found()
                            .forEach(f -> told.computeIfAbsent(f.question(), _ -> new ArrayList<>()).add(f.done()));
            }
        }
        for (Question question : asked) {
            List<Boolean> whole = Objects.requireNonNull(told.get(question));
            assertThat(whole).startsWith(false, false).doesNotContainSequence(true, false);
        }
    }

    private static long count(Map<Question, List<Boolean>> told, Question question, boolean whole) {
        return told.getOrDefault(question, List.of()).stream().filter(is -> is == whole).count();
    }

    @Test
    void networkWithoutClassesHasNoAccuracyToLose() throws Exception {
        Project givingBack = Rig.project(new Digits(40, 1, 1), Rig.plan(Map.of("task", Task.RECONSTRUCTION)),
                List.of(Rig.input(), Rig.node("conv", "conv-2d", Map.of("filters", 1)),
                        Rig.node("out", "output", Map.of())));
        try (Model model = model(givingBack)) {
            assertThatThrownBy(() -> Studies.of(new Ablation(Set.of()), new ModelSubject(model)))
                    .isInstanceOf(Unanswerable.class).hasMessageContaining("set the task to classification");
        }
    }
}
