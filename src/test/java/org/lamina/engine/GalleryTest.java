package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.DataSource;
import org.lamina.data.generate.Digits;
import org.lamina.data.generate.Shapes;
import org.lamina.graph.NodeId;
import org.lamina.probe.Gallery;
import org.lamina.probe.Studies;
import org.lamina.probe.Study;
import org.lamina.probe.Unanswerable;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.study.Hierarchy;
import org.lamina.study.Hierarchy.Feature;
import org.lamina.study.Hierarchy.Patch;
import org.lamina.study.Hierarchy.Stage;
import org.lamina.study.Picture;
import org.lamina.study.PreferredInput;
import org.lamina.study.Unit;
import org.lamina.tensor.Shape;

class GalleryTest {

    private static final Hierarchy ALL = new Hierarchy(Hierarchy.ALL, 100, 512);

    @TempDir
    Path folder;

    /// One patch that brute force finds.
    private record Best(int sample, float response, List<Float> pixels) {}

    private static Hierarchy.Found answered(Hierarchy question, ModelSubject subject) throws Exception {
        Optional<?> newest = Optional.empty();
        try (Study study = Studies.of(question, subject)) {
            while (!study.isDone()) {
                Optional<?> next = study.advance();
                newest = next.isPresent() ? next : newest;
            }
        }
        return (Hierarchy.Found) newest.orElseThrow();
    }

    private Model model(Project project) throws Exception {
        Torch.start();
        return new Library(Devices.here(), _ -> {}, () -> false).open(project, folder, "cpu");
    }

    /// Sample by sample, with windows of three pixels cut by hand.
    @Test
    void patchesAreThoseThatAPassOverAllSamplesFinds() throws Exception {
        try (Model model = model(Rig.digits(Rig.plan(Map.of())))) {
            ModelSubject subject = new ModelSubject(model);
            Stage conv = answered(ALL, subject).stages().getFirst();
            assertThat(conv.node()).isEqualTo(new NodeId("relu"));
            assertThat(conv.field()).containsExactly(3, 3);
            assertThat(conv.features()).hasSizeGreaterThan(1);
            for (Feature feature : conv.features())
                assertThat(feature.patches().stream().map(GalleryTest::best).toList())
                        .usingRecursiveFieldByFieldElementComparator(RecursiveComparisonConfiguration.builder()
                                .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-4f ? 0 : Float.compare(a, b),
                                        Float.class)
                                .build())
                        .containsExactlyElementsOf(bruteForce(model, subject, feature.unit()));
        }
    }

    @Test
    void firstAnswerComesFromSomePicturesAndTheLastFromAll() throws Exception {
        Project project = Rig.digits(Rig.plan(Map.of())).with(new Digits(250, 1, 1));
        try (Model model = model(project)) {
            ModelSubject subject = new ModelSubject(model);
            List<Integer> pictures = new ArrayList<>();
            try (Study study = Studies.of(ALL, subject)) {
                while (!study.isDone())
                    study.advance().map(Hierarchy.Found.class::cast).filter(f -> f.stages().size() == 2)
                            .ifPresent(found -> pictures.add(found.pictures()));
            }
            int all = model.split().train().length;
            assertThat(pictures).as("after each depth of the second round").containsExactly(32, all, all);
        }
    }

    private static Best best(Patch patch) {
        return new Best(patch.sample(), patch.response(), floats(patch.pixels().values()));
    }

    private static List<Best> bruteForce(Model model, ModelSubject subject, Unit unit) throws Exception {
        List<Best> all = new ArrayList<>();
        float[] picture = new float[28 * 28];
        for (int sample = 0; sample < model.split().train().length; sample++) {
            float[] map = map(subject, unit, sample);
            int at = 0;
            for (int i = 1; i < map.length; i++)
                at = map[i] > map[at] ? i : at;
            model.data().input(model.split().train()[sample], picture, 0);
            if (map[at] > 0)
                all.add(new Best(sample, map[at], window(picture, at / 28, at % 28)));
        }
        all.sort(Comparator.comparingDouble(best -> -best.response()));
        return all.subList(0, Math.min(9, all.size()));
    }

    private static float[] map(ModelSubject subject, Unit unit, int sample) throws Exception {
        float[][] map = new float[1][];
        try (NDManager scope = subject.manager().newSubManager()) {
            subject.answer(subject.samples(scope, List.of(new Picture.Training(sample))), false, (node, output) -> {
                if (node.equals(unit.node()))
                    map[0] = output.get("0, " + unit.index()).toFloatArray();
                return output;
            });
        }
        return map[0];
    }

    private static List<Float> window(float[] picture, int row, int column) {
        List<Float> window = new ArrayList<>();
        for (int y = Math.max(0, row - 1); y <= Math.min(27, row + 1); y++)
            for (int x = Math.max(0, column - 1); x <= Math.min(27, column + 1); x++)
                window.add(picture[y * 28 + x]);
        return window;
    }

    private static List<Float> floats(float[] values) {
        return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
    }

    /// Eight megabytes for 600 units whose patches would fill more; half of them wait for the next round.
    @Test
    void budgetHoldsThroughSeveralRounds() throws Exception {
        DataSource shapes = new Shapes(200, 64, 0.4, 0.8, 1, 180, 0.5, 0.05, 1);
        try (Model model = model(Rig.project(shapes, Rig.plan(Map.of()), List.of(
                Rig.node("in", "input", Map.of("shape", Shape.image(1, 64, 64))),
                Rig.node("conv", "conv-2d", Map.of("filters", 600, "kernel", 33, "stride", 4, "padding", 0)),
                Rig.node("relu", "relu", Map.of()), Rig.node("pool", "global-average-pool", Map.of()),
                Rig.node("last", "dense", Map.of("units", 5)), Rig.node("out", "output", Map.of()))))) {
            assertThat(gathered(model, 512_000_000).used()).isGreaterThan(8_000_000);
            Gallery gallery = gathered(model, 8_000_000);
            assertThat(gallery.used()).isGreaterThan(3_900_000);
            assertThat(gallery.pictures()).isEqualTo(model.split().train().length);
        }
    }

    /// 700 units that see whole pictures would fill twenty megabytes with nine of them each; there are only 160.
    @Test
    void unitsThatSeeWholePicturesShareThem() throws Exception {
        try (Model model = model(Rig.project(new Digits(200, 1, 1), Rig.plan(Map.of()), List.of(Rig.input(),
                Rig.node("flat", "flatten", Map.of()), Rig.node("wide", "dense", Map.of("units", 700)),
                Rig.node("relu", "relu", Map.of()), Rig.node("last", "dense", Map.of("units", 10)),
                Rig.node("out", "output", Map.of()))))) {
            long whole = 4L * 28 * 28 * model.split().train().length;
            assertThat(gathered(model, 8_000_000).used()).isBetween(whole, 2 * whole);
        }
    }

    /// Three rounds of batches of twenty.
    private static Gallery gathered(Model model, long budget) throws Exception {
        ModelSubject subject = new ModelSubject(model);
        Gallery gallery = subject.gallery(budget);
        for (int round = 0; round < 3; round++)
            for (int from = 0; from + 20 <= model.split().train().length; from += 20) {
                gather(model, subject, gallery, from);
                assertThat(gallery.used()).isLessThanOrEqualTo(budget);
            }
        return gallery;
    }

    private static void gather(Model model, ModelSubject subject, Gallery gallery, int from) throws Exception {
        int[] samples = IntStream.range(from, from + 20).toArray();
        int size = (int) model.data().info().input().elements();
        float[] pixels = new float[20 * size];
        for (int i = 0; i < 20; i++)
            model.data().input(model.split().train()[samples[i]], pixels, i * size);
        try (NDManager scope = subject.manager().newSubManager()) {
            Map<NodeId, NDArray> outputs = new HashMap<>();
            subject.answer(subject.samples(scope, IntStream.of(samples).mapToObj(Picture.Training::new).toList()),
                    false, (node, output) -> {
                        outputs.put(node, output);
                        return output;
                    });
            gallery.gather(outputs, FloatBuffer.wrap(pixels), samples, new int[20]);
        }
    }

    @Test
    void patchesComeFromTheBatchesOfARunAndChangeNothingOfIt() {
        assertThat(lossAfter(Set.of(ALL))).isEqualTo(lossAfter(Set.of()));
    }

    private double lossAfter(Set<Hierarchy> asked) {
        Plan plan = Rig.plan(Map.of("epochs", 3, "batchSize", 16));
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.digits(plan)).send(new Command.Look(
                    new Looks(Set.of(), Set.of(), new Picture.Validation(0), List.of(), false, Set.copyOf(asked))))
                    .toTheEnd();
            if (!asked.isEmpty())
                assertThat(Objects.requireNonNull(rig.found(ALL).finding())).isInstanceOf(Hierarchy.Found.class);
            return rig.last(Event.Finished.class).train().loss();
        }
    }

    @Test
    void preferredInputExcitesTheUnitMoreThanAnySample() throws Exception {
        try (Model model = model(Rig.digits(Rig.plan(Map.of())))) {
            ModelSubject subject = new ModelSubject(model);
            NodeId conv = new NodeId("conv");
            PreferredInput.Found found = null;
            try (Study study = Studies.of(new PreferredInput(new Unit(conv, 1)), subject)) {
                while (!study.isDone())
                    found = (PreferredInput.Found) study.advance().orElseThrow();
            }
            assertThat(Objects.requireNonNull(found).picture().sizes()).containsExactly(1, 3, 3);
            float most = 0;
            for (int sample = 0; sample < 40; sample++)
                for (float value : map(subject, new Unit(conv, 1), sample))
                    most = Math.max(most, value);
            assertThat(found.response()).isGreaterThan(Math.max(found.before(), most * 0.9f));
        }
    }

    @Test
    void networkWithoutPicturesHasNoPatches() throws Exception {
        try (Model model = model(Rig.spiral(Rig.plan(Map.of())))) {
            assertThatThrownBy(() -> Studies.of(ALL, new ModelSubject(model))).isInstanceOf(Unanswerable.class)
                    .hasMessageContaining("open one that looks at images");
        }
    }
}
