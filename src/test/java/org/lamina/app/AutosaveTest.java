package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.project.Journal;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.project.ProjectException;
import org.lamina.project.ProjectFile;
import org.lamina.spec.Params;

final class AutosaveTest {

    /// Work that a test does when it says so.
    private static final class Hand implements Executor {
        final List<Runnable> waiting = new ArrayList<>();

        @Override
        public void execute(Runnable work) {
            waiting.add(work);
        }

        void work() {
            List.copyOf(waiting).forEach(Runnable::run);
            waiting.clear();
        }
    }

    @TempDir
    Path folder;

    private final Hand soon = new Hand();
    private final Hand background = new Hand();
    private final List<String> complaints = new ArrayList<>();
    private final Document document = new Document(Scenes.project());

    private Autosave autosave(Executor later, Executor now) {
        return new Autosave(document, folder, later, now, complaints::add);
    }

    private static Project seeded(Project project, int seed) {
        return project.with(Params.with(project.plan(), "seed", seed));
    }

    private void edit(int seed) {
        document.edit("Set seed", p -> seeded(p, seed));
    }

    private static List<Path> journals(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(f -> f.toString().endsWith(".journal")).toList();
        }
    }

    /// Seeds of the plans that a crash now would leave.
    private List<Integer> left() throws IOException {
        for (Path journal : journals(folder))
            Files.writeString(journal, Files.readString(journal).replaceFirst("\"pid\": \\d+", "\"pid\": 99999999"));
        return Journal.recoverableUnsaved(folder).stream().map(r -> r.project().plan()).map(Plan::seed).toList();
    }

    @Test
    void previewsAreNotWrittenAndACommitIs() throws IOException {
        autosave(soon, background);
        Drawing.Gesture gesture = document.begin("Slide");
        for (int seed = 10; seed < 20; seed++)
            gesture.preview(seeded(gesture.before(), seed));
        assertThat(soon.waiting).isEmpty();
        gesture.commit();
        soon.work();
        assertThat(left()).containsExactly(19);
    }

    @Test
    void whatComesWithinTheWaitIsOneWriteOfTheNewest() throws IOException {
        autosave(soon, background);
        for (int seed = 10; seed < 20; seed++)
            edit(seed);
        assertThat(soon.waiting).hasSize(1);
        assertThat(journals(folder)).isEmpty();
        soon.work();
        assertThat(left()).containsExactly(19);
        edit(20);
        assertThat(soon.waiting).hasSize(1);
    }

    @Test
    void writeThatComesAfterTheProjectIsSavedLeavesNothing() throws IOException {
        autosave(soon, background);
        edit(10);
        soon.work();
        edit(11);
        document.markSaved(folder.resolve("a.lamina"), document.project());
        background.work();
        soon.work();
        assertThat(journals(folder)).isEmpty();
    }

    @Test
    void undoToWhatIsSavedLeavesNothing() throws IOException {
        autosave(soon, background);
        edit(10);
        soon.work();
        document.undo();
        background.work();
        assertThat(journals(folder)).isEmpty();
    }

    @Test
    void journalMovesWithTheFile() throws Exception {
        Path file = Files.createDirectory(folder.resolve("mine")).resolve("a.lamina");
        autosave(soon, background);
        edit(10);
        Project content = document.project();
        soon.work();
        edit(11);
        ProjectFile.save(content, file);
        document.markSaved(file, content);
        background.work();
        soon.work();
        assertThat(journals(folder)).isEmpty();
        assertThat(journals(folder.resolve("mine"))).hasSize(1);
    }

    @Test
    void workThatIsGivenUpLeavesNothing() throws IOException {
        Autosave autosave = autosave(soon, background);
        edit(10);
        soon.work();
        edit(11);
        autosave.close();
        background.work();
        soon.work();
        assertThat(journals(folder)).isEmpty();
    }

    @Test
    void recoveredWorkIsKeptFromTheStart() throws IOException {
        document.markUnsaved();
        autosave(soon, background);
        soon.work();
        assertThat(left()).containsExactly(1);
    }

    @Test
    void placeThatCannotBeWrittenIsComplainedOf() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        new Autosave(document, file.resolve("below"), soon, background, complaints::add);
        edit(10);
        soon.work();
        assertThat(complaints).singleElement().asString().startsWith("autosave to " + file);
    }

    @Test
    void noOrderOfTwoThreadsLeavesAJournalOfSavedWork() throws IOException, ProjectException {
        Path file = folder.resolve("a.lamina");
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            autosave(threads, threads);
            for (int seed = 10; seed < 60; seed++) {
                edit(seed);
                document.markSaved(file, document.project());
            }
        }
        assertThat(journals(folder)).isEmpty();
        assertThat(complaints).isEmpty();
    }
}
