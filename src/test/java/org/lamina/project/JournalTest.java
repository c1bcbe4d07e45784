package org.lamina.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void saved() throws ProjectException {
        file = folder.resolve("work.lamina");
        ProjectFile.save(RandomProjects.trainable(), file);
    }

    /// As if the studio that wrote it had died: no process has this number.
    private void killTheWriter() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path journal : files.filter(f -> f.toString().endsWith(".journal")).toList())
                Files.writeString(journal,
                        Files.readString(journal).replaceFirst("\"pid\": \\d+", "\"pid\": 99999999"));
        }
    }

    @Test
    void whatACrashLeavesIsOfferedAndCanBeDiscarded() throws Exception {
        Project changed = RandomProjects.trainable().with(new Layout(Map.of()));
        Journal.beside(file).write(changed);
        killTheWriter();
        List<Journal.Recoverable> found = Journal.recoverable(file);
        assertThat(found).extracting(Journal.Recoverable::project).containsExactly(changed);
        found.getFirst().journal().clear();
        assertThat(Journal.recoverable(file)).isEmpty();
    }

    @Test
    void theJournalOfARunningStudioIsLeftAlone() throws Exception {
        Journal.beside(file).write(RandomProjects.of(1));
        assertThat(Journal.recoverable(file)).isEmpty();
    }

    @Test
    void aLaterProcessOfTheSameNumberIsNotTheWriter() throws Exception {
        Journal.beside(file).write(RandomProjects.of(1));
        try (Stream<Path> files = Files.list(folder)) {
            Path journal = files.filter(f -> f.toString().endsWith(".journal")).findFirst().orElseThrow();
            Files.writeString(journal, Files.readString(journal).replaceFirst("\"started\": \"[^\"]*",
                    "\"started\": \"2001-01-01T00:00:00Z"));
        }
        assertThat(Journal.recoverable(file)).hasSize(1);
    }

    @Test
    void whatTheFileHoldsAlreadyIsNotOffered() throws Exception {
        Journal.beside(file).write(RandomProjects.trainable());
        killTheWriter();
        assertThat(Journal.recoverable(file)).isEmpty();
    }

    @Test
    void unsavedProjectsAreKeptInTheirOwnFolder() throws Exception {
        Journal journal = Journal.unsaved(folder);
        journal.write(RandomProjects.of(2));
        Journal.unsaved(folder).write(RandomProjects.of(3));
        journal.clear();
        killTheWriter();
        assertThat(Journal.recoverableUnsaved(folder)).extracting(Journal.Recoverable::project)
                .containsExactly(RandomProjects.of(3));
        assertThat(Journal.recoverableUnsaved(folder.resolve("none"))).isEmpty();
    }

    @Test
    void runsGoBesideTheProjectByTheTimeTheyBegan() {
        assertThat(RunFolders.next(RunFolders.beside(file), LocalDateTime.of(2026, 11, 21, 9, 30, 5, 250_000_000)))
                .isEqualTo(folder.resolve("runs/work/2026-11-21-093005-250"));
    }
}
