package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.project.Project;
import org.lamina.project.ProjectFile;
import org.lamina.spec.Params;
import org.lamina.study.Hierarchy;
import org.lamina.study.Hierarchy.Stage;
import org.lamina.study.LinearProbes;
import org.lamina.study.Picture;
import org.lamina.study.Question;

/// Whether the hierarchy is real: measured on the sample that is made for it.
@Tag("slow")
class HierarchyTruthTest {

    private static final Hierarchy ALL = new Hierarchy(Hierarchy.ALL, 8, 512);

    @TempDir
    Path folder;

    @Test
    void unitsOfShapesGetMoreSelectiveWithDepthAndBeginWithEdgesAndBlobs() throws Exception {
        try (Rig rig = new Rig(folder)) {
            rig.train(ProjectFile.open(Path.of("sample-projects/shapes-hierarchy.lamina")).project())
                    .send(new Command.Pause());
            List<Stage> before = look(rig, "before training");
            rig.send(asking()).send(new Command.Resume()).toTheEnd();
            double accuracy = rig.last(Event.Finished.class).validation().accuracy();
            List<Stage> convolutions = look(rig, "accuracy %.3f".formatted(accuracy)).subList(0, 3);
            assertThat(accuracy).isGreaterThanOrEqualTo(0.95);
            assertThat(probes(rig, "input", "relu-1", "relu-2", "relu-3")).isSorted();
            assertThat(convolutions).extracting(Stage::selectivity).isSorted();
            assertThat(convolutions.getFirst().simple()).isGreaterThan(0.5)
                    .isGreaterThan(before.getFirst().simple());
        }
    }

    /// Most of MNIST can be told apart by its pixels already; the rest comes with depth.
    @Test
    void probesOfMnistRiseFromGoodToBetter() throws Exception {
        Path mnist = Path.of(System.getenv().getOrDefault("LAMINA_DATA", "../shared/data"), "mnist");
        Assumptions.assumeTrue(Files.isDirectory(mnist), () -> "needs MNIST in " + mnist.toAbsolutePath());
        Project project = ProjectFile.open(Path.of("sample-projects/mnist-idx.lamina")).project();
        try (Rig rig = new Rig(folder)) {
            rig.train(project.with(Params.with(project.data(), "folder", mnist.toAbsolutePath().toString()))
                    .with(Params.with(project.plan(), "epochs", 1))).toTheEnd();
            List<Double> probes = probes(rig, "input", "relu-1", "relu-2", "classes");
            assertThat(probes).isSorted();
            assertThat(probes.getFirst()).isBetween(0.8, 0.9);
            assertThat(probes.getLast()).isGreaterThan(0.95);
        }
    }

    /// Accuracies of the probes under some layers; prints all.
    private static List<Double> probes(Rig rig, String... nodes) {
        LinearProbes question = new LinearProbes(1000, 500);
        rig.mailbox.take();
        long begin = System.nanoTime();
        rig.send(asking(question)).toTheEnd();
        LinearProbes.Found found = (LinearProbes.Found) Objects.requireNonNull(rig.found(question).finding());
        System.out.printf("linear probes: network %.3f, chance %.3f, %.2f s%n", found.network(), found.chance(),
                (System.nanoTime() - begin) / 1e9);
        found.depths().forEach(d -> System.out.printf("  %s: %.3f, fitted %.3f, %d of %d numbers%n", d.node(),
                d.accuracy(), d.fitted(), d.features(), d.numbers()));
        return Stream.of(nodes).map(node -> found.depths().stream()
                .filter(d -> d.node().value().equals(node)).findFirst().orElseThrow().accuracy()).toList();
    }

    private static Command.Look asking(Question... questions) {
        return new Command.Look(
                new Looks(Set.of(), Set.of(), new Picture.Validation(0), List.of(), false, Set.of(questions)));
    }

    private static List<Stage> look(Rig rig, String when) {
        rig.mailbox.take();
        long begin = System.nanoTime();
        rig.send(asking(ALL)).toTheEnd();
        Hierarchy.Found found = (Hierarchy.Found) Objects.requireNonNull(rig.found(ALL).finding());
        System.out.printf("%s: %d pictures, %.2f s%n", when, found.pictures(), (System.nanoTime() - begin) / 1e9);
        for (Stage stage : found.stages())
            System.out.printf("%s: field %d×%d, mean class selectivity %.3f, edges and blobs %.0f %%, %s%n",
                    stage.node(), stage.field()[0], stage.field()[1], stage.selectivity(), 100 * stage.simple(),
                    stage.features().stream().map(f -> f.tag().words()).toList());
        return found.stages();
    }
}
