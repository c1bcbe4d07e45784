package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamina.graph.NodeId;
import org.lamina.project.Checkup;
import org.lamina.project.Project;
import org.lamina.spec.Params;
import org.lamina.spec.Role;
import org.lamina.study.Ablation;
import org.lamina.study.Arithmetic;
import org.lamina.study.Attribution;
import org.lamina.study.Fooling;
import org.lamina.study.Health;
import org.lamina.study.Hierarchy;
import org.lamina.study.LinearProbes;
import org.lamina.study.Picture;
import org.lamina.study.Plane;
import org.lamina.study.PreferredInput;
import org.lamina.study.Question;
import org.lamina.study.Response;
import org.lamina.study.Robustness;
import org.lamina.study.Similarity;
import org.lamina.study.Unit;
import org.lamina.study.UnitResponse;
import org.lamina.template.Template;

/// Every question, asked of every architecture in the gallery, is answered, or refused in words.
@Tag("slow")
class EveryQuestionTest {

    private static final Picture FIRST = new Picture.Validation(0);

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("org.lamina.engine.TemplatesTest#templates")
    void isAnsweredOrRefusedInWords(String id) {
        Project whole = Template.all().get(id).project();
        Project project = whole.with(Params.with(whole.data(), "samples", 48))
                .with(Params.with(whole.plan(), Map.of("epochs", 1000, "batchSize", 16)));
        Map<String, Integer> answered = new TreeMap<>();
        try (Rig rig = new Rig(folder)) {
            rig.train(project).advance(1).send(new Command.Pause()).toTheEnd();
            int before = Rig.arrays();
            for (Question question : questions(project)) {
                rig.send(asking(question));
                rig.mailbox.take();
                Frame.Found found = rig.toTheEnd().found(question);
                assertThat(found.done()).as("%s done", question).isTrue();
                assertThat(found.finding() != null || (found.message() != null && !found.message().isBlank()))
                        .as("%s has an answer or words", question).isTrue();
                answered.merge(question.getClass().getSimpleName() + (found.finding() == null ? ": " + found.message()
                        : ""), 1, Integer::sum);
            }
            rig.send(asking()).toTheEnd();
            assertThat(Rig.arrays()).isEqualTo(before);
            assertThat(rig.events).noneMatch(Event.Failed.class::isInstance);
        }
        System.out.println(id + " " + answered);
    }

    private static Command.Look asking(Question... questions) {
        return new Command.Look(new Looks(Set.of(), Set.of(), FIRST, List.of(), false, Set.of(questions)));
    }

    private static List<Question> questions(Project project) {
        List<Question> all = new ArrayList<>(List.of(new Response(FIRST), new Health(), new LinearProbes(24, 12),
                new Similarity(12, null), new Hierarchy(Hierarchy.ALL, 4, 64), new Plane(1, 10),
                new Fooling(FIRST, 0, Fooling.Attack.FGSM, 0.1f), new Fooling(FIRST, 0, Fooling.Attack.PGD, 0.1f),
                new Robustness(Fooling.Attack.FGSM, 4, 0)));
        for (Attribution.Method method : List.of(new Attribution.Saliency(), new Attribution.IntegratedGradients(),
                new Attribution.SmoothGrad(), new Attribution.GuidedBackpropagation(), new Attribution.Occlusion(8)))
            all.add(new Attribution(FIRST, 0, method));
        for (NodeId node : inner(project)) {
            Unit unit = new Unit(node, 0);
            all.addAll(List.of(new Arithmetic(node, FIRST, 0, false), new Arithmetic(node, FIRST, 1, true),
                    new UnitResponse(unit, FIRST), new Ablation(Set.of(unit)), new PreferredInput(unit),
                    new Attribution(FIRST, 0, new Attribution.GradCam(node))));
        }
        return all;
    }

    /// Not more than a dozen, from the first to the last.
    private static List<NodeId> inner(Project project) {
        List<NodeId> all = Checkup.infer(project, project.data().info().orElseThrow()).expanded().graph().order()
                .stream().filter(n -> n.layer().role() == Role.INNER).map(org.lamina.graph.Node::id).toList();
        int step = Math.max(1, all.size() / 12);
        List<NodeId> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += step)
            some.add(all.get(i));
        return some;
    }
}
