package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lamina.data.Augmentation;
import org.lamina.data.generate.Digits;
import org.lamina.data.generate.Planes;
import org.lamina.data.read.ImageFolder;
import org.lamina.project.Project;
import org.lamina.spec.Params;

final class DataModelTest {

    private final Document document = new Document(few(Scenes.project()));

    private static Project few(Project project) {
        return project.with(Params.with(project.data(), "samples", 200));
    }

    private DataModel model(Executor background) {
        return new DataModel(document, background, Runnable::run);
    }

    private static DataPreview ready(DataModel model) {
        return Objects.requireNonNull(model.readingProperty().get().preview());
    }

    private static DataPreview.Pictures pictures(DataModel model) {
        return (DataPreview.Pictures) ready(model).look();
    }

    @Test
    void setIsReadAndAsksItsShapeOfTheNetwork() {
        DataModel model = model(Runnable::run);
        assertThat(List.of(ready(model).samples(), ready(model).train(), ready(model).validation()))
                .containsExactly(200, 160, 40);
        assertThat(pictures(model).argb()).hasSize(10).allSatisfy(row -> assertThat(row).hasSize(12));
        assertThat(Objects.requireNonNull(document.expectedProperty().get()).input()).hasToString("1×28×28");
    }

    @Test
    void newestChoiceWins() {
        List<Runnable> waiting = new ArrayList<>();
        DataModel model = model(waiting::add);
        model.choose(new Planes().card().id());
        assertThat(waiting).hasSize(2);
        waiting.reversed().forEach(Runnable::run);
        assertThat(ready(model).look()).isInstanceOf(DataPreview.Points.class);
    }

    @Test
    void whatCannotBeReadIsSaidAndNotKnown() {
        DataModel model = model(Runnable::run);
        document.edit("Look elsewhere", p -> p.with(new ImageFolder().at(Path.of("no such folder"))));
        assertThat(model.readingProperty().get()).isInstanceOfSatisfying(Reading.Failed.class,
                failed -> assertThat(failed.message()).contains("there is no folder"));
        assertThat(document.expectedProperty().get()).isNull();
        model.choose(new Digits().card().id());
        assertThat(ready(model).samples()).isEqualTo(new Digits().samples());
    }

    @Test
    void augmentedPicturesFollowTheSettingsWithoutReadingAgain() {
        DataModel model = model(Runnable::run);
        DataPreview before = ready(model);
        assertThat(model.augmentedProperty().get()).isNull();
        document.edit("Set brightness", p -> p.with(new Augmentation(0, 0, 0, false, 0.3, 0)));
        DataPreview.Pictures bright = Objects.requireNonNull(model.augmentedProperty().get());
        assertThat(bright.argb().getFirst()).hasSameSizeAs(pictures(model).argb().getFirst());
        assertThat(bright.argb().getFirst().getFirst()).isNotEqualTo(pictures(model).argb().getFirst().getFirst());
        assertThat(ready(model)).isSameAs(before);
        document.undo();
        assertThat(model.augmentedProperty().get()).isNull();
    }

    /// All pixels of a picture that are neither black nor white are brighter or darker by as much.
    @Test
    void previewChangesPicturesAsTrainingDoes() {
        DataModel model = model(Runnable::run);
        document.edit("Set brightness", p -> p.with(new Augmentation(0, 0, 0, false, 0.3, 0)));
        int[] before = pictures(model).argb().get(3).getFirst();
        int[] after = Objects.requireNonNull(model.augmentedProperty().get()).argb().get(3).getFirst();
        int[] differences = IntStream.range(0, before.length).filter(i -> grey(after[i]) > 0 && grey(after[i]) < 255)
                .filter(i -> grey(before[i]) > 0 && grey(before[i]) < 255).map(i -> grey(after[i]) - grey(before[i]))
                .distinct().sorted().toArray();
        assertThat(differences).hasSizeBetween(1, 2);
        assertThat(differences[differences.length - 1] - differences[0]).isLessThanOrEqualTo(1);
        assertThat(differences[0]).isNotZero();
    }

    private static int grey(int argb) {
        return argb & 0xff;
    }
}
