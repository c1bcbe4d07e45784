package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.read.Csv;
import org.lamina.graph.Graph;
import org.lamina.project.Layout;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.project.ProjectFile;
import org.lamina.spec.Params;

final class StudioTest {

    @TempDir
    Path folder;

    private Studio studio;

    @BeforeEach
    void open() throws Exception {
        Path samples = Files.createDirectory(folder.resolve("samples"));
        ProjectFile.save(Scenes.project(), samples.resolve("digits-cnn.lamina"));
        studio = new Studio(new Surroundings(Runnable::run, Runnable::run,
                Settings.load(folder.resolve("settings.json"), Runnable::run), samples, folder.resolve("unsaved"),
                new EngineLink(new ScriptedEngine()),
                new RunFolder(folder, InstantSource.system(), ZoneOffset.UTC), List.of()));
    }

    private Workspace workspace() {
        return Objects.requireNonNull(studio.workspace());
    }

    private String said() {
        return studio.notices().waiting().getFirst().text();
    }

    @Test
    void sampleStaysAsItCameWhateverIsDoneWithItsCopy() throws Exception {
        Sample sample = studio.samples().getFirst();
        String before = Files.readString(sample.file());
        studio.openSample(sample);
        assertThat(workspace().document().fileProperty().get()).isNull();
        workspace().setNotes("mine");
        studio.save(folder.resolve("copy"), () -> {});
        assertThat(ProjectFile.open(folder.resolve("copy.lamina")).project().notes()).isEqualTo("mine");
        assertThat(Files.readString(sample.file())).isEqualTo(before);
        assertThat(studio.recent().files()).containsExactly(folder.resolve("copy.lamina"));
        studio.recent().forget(folder.resolve("copy.lamina"));
        assertThat(studio.recent().files()).isEmpty();
        assertThat(folder.resolve("copy.lamina")).exists();
    }

    @Test
    void dataIsFoundFromTheFolderThatAProjectIsSavedTo() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path data = Files.createDirectories(home.resolve("data")).resolve("a.csv");
        Files.writeString(data, "x,y\n1,a\n2,b\n3,a\n4,b\n");
        Path file = home.resolve("first.lamina");
        studio.show(file, project(Path.of("data", "a.csv").toString()));
        workspace().setNotes("one more step");
        for (String[] move : new String[][]{{"away/second", data.toString()}, {"home/third", data.toString()},
                {"home/data/deeper/fourth", data.toString()}}) {
            Path target = folder.resolve(move[0] + ".lamina");
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            studio.save(target, () -> {});
            assertThat(csv(ProjectFile.open(target).project())).as(move[0]).isEqualTo(move[1]);
            assertThat(csv(workspace().document().project())).as(move[0]).isEqualTo(move[1]);
            assertThat(workspace().document().dirtyProperty().get()).isFalse();
            assertThat(workspace().data().readingProperty().get()).isInstanceOf(Reading.Ready.class);
        }
        workspace().document().undo();
        assertThat(csv(workspace().document().project())).as("undone").isEqualTo(data.toString());
    }

    @Test
    void dataBesideAProjectStaysRelativeWhereBothStayInOneFolder() throws Exception {
        studio.show(folder.resolve("first.lamina"), project("a.csv"));
        studio.save(folder.resolve("second.lamina"), () -> {});
        assertThat(csv(ProjectFile.open(folder.resolve("second.lamina")).project())).isEqualTo("a.csv");
        Path deeper = Files.createDirectory(folder.resolve("below")).resolve("third.lamina");
        studio.save(deeper, () -> {});
        assertThat(csv(ProjectFile.open(deeper).project())).isEqualTo(folder.resolve("a.csv").toString());
    }

    private static Project project(String csv) {
        return new Project("", Graph.EMPTY, Layout.EMPTY, Params.with(new Csv(), "file", csv), new Plan());
    }

    private static String csv(Project project) {
        return ((Csv) project.data()).file();
    }

    @Test
    void failedSaveLosesNothingAndGoesNoFurther() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "kept");
        studio.create();
        workspace().setNotes("precious");
        boolean[] went = new boolean[1];
        for (Path place : List.of(file.resolve("a.lamina"), folder.resolve("no/such/folder/a.lamina"))) {
            studio.save(place, () -> went[0] = true);
            assertThat(said()).startsWith(place + " could not be saved: ");
        }
        assertThat(went[0]).isFalse();
        assertThat(workspace().notes()).isEqualTo("precious");
        assertThat(workspace().document().dirtyProperty().get()).isTrue();
        assertThat(workspace().document().fileProperty().get()).isNull();
        assertThat(file).hasContent("kept");
    }

    @Test
    void fileThatCannotBeReadLeavesOpenWhatIsOpen() throws Exception {
        studio.create();
        Workspace before = workspace();
        studio.open(Files.writeString(folder.resolve("broken.lamina"), "{"));
        assertThat(said()).startsWith(folder.resolve("broken.lamina") + ": line 1, column");
        assertThat(workspace()).isSameAs(before);
    }

    @Test
    void brokenSampleHidesNoOther() throws Exception {
        Files.writeString(folder.resolve("samples/a-broken.lamina"), "{");
        studio = new Studio(studio.around());
        assertThat(studio.samples()).extracting(Sample::title).containsExactly("Digits CNN");
    }

    @Test
    void followerOfAListHearsOfItHoweverOftenMemoryIsCleaned() {
        List<Path> heard = new ArrayList<>();
        studio.recent().files().addListener((ListChangeListener<Path>) change -> heard.addAll(change.getList()));
        for (int round = 0; round < 5; round++)
            System.gc();
        studio.create();
        studio.save(folder.resolve("heard.lamina"), () -> {});
        assertThat(heard).isNotEmpty();
    }
}
