package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.project.ProjectFile;
import org.lamina.study.Hierarchy;
import org.lamina.study.Hierarchy.Stage;
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
            assertThat(convolutions).extracting(Stage::selectivity).isSorted();
            assertThat(convolutions.getFirst().simple()).isGreaterThan(0.5)
                    .isGreaterThan(before.getFirst().simple());
        }
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
