package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.project.ProjectFile;

/// A studio is killed with unsaved work; the next one offers it.
final class RecoveryTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void save() throws Exception {
        file = folder.resolve("work.lamina");
        ProjectFile.save(Scenes.project(), file);
    }

    private static Studio studio(Path folder, Executor background) {
        return new Studio(new Surroundings(background, Runnable::run,
                Settings.load(folder.resolve("settings.json"), Runnable::run), folder, folder.resolve("unsaved"),
                new EngineLink(new ScriptedEngine()),
                new RunFolder(folder, InstantSource.system(), ZoneOffset.UTC), List.of()));
    }

    /// Changes the notes of a new project, or of the file that the second argument names, and waits for its end.
    static final class Worker {
        static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            ExecutorService background = Executors.newFixedThreadPool(2);
            Studio studio = studio(folder, background);
            if (args.length == 1)
                studio.create();
            else
                studio.show(Path.of(args[1]), ProjectFile.open(Path.of(args[1])).project());
            Objects.requireNonNull(studio.workspace()).setNotes("not saved yet");
            Path place = args.length == 1 ? folder.resolve("unsaved") : folder;
            while (journals(place) == 0)
                LockSupport.parkNanos(5_000_000);
            System.out.println("written");
            background.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private static long journals(Path place) throws IOException {
        if (!Files.isDirectory(place))
            return 0;
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(f -> f.toString().endsWith(".journal")).count();
        }
    }

    private static void workAndKill(Object... args) throws Exception {
        List<String> command = Stream.concat(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                        Worker.class.getName()),
                Stream.of(args).map(Object::toString)).toList();
        Process worker = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertThat(worker.inputReader().readLine()).isEqualTo("written");
        worker.destroyForcibly().waitFor();
    }

    @Test
    void projectWithoutAFileIsOfferedAtTheNextStart() throws Exception {
        workAndKill(folder);
        Studio next = studio(folder, Runnable::run);
        Recovery offer = Objects.requireNonNull(next.recoveryProperty().get());
        assertThat(offer.found()).singleElement().asString().startsWith("Untitled, 0 layers, from ");
        offer.accept().run();
        Workspace recovered = Objects.requireNonNull(next.workspace());
        assertThat(recovered.notes()).isEqualTo("not saved yet");
        assertThat(recovered.document().dirtyProperty().get()).isTrue();
        assertThat(next.recoveryProperty().get()).isNull();
        assertThat(journals(folder.resolve("unsaved"))).as("the new studio's own").isEqualTo(1);
        next.close();
        assertThat(journals(folder.resolve("unsaved"))).isZero();
    }

    @Test
    void changesOfAFileAreOfferedWhenItIsOpenedAndAreOneUndoStep() throws Exception {
        workAndKill(folder, file);
        Studio next = studio(folder, Runnable::run);
        assertThat(next.recoveryProperty().get()).isNull();
        next.open(file);
        Objects.requireNonNull(next.recoveryProperty().get()).accept().run();
        Workspace recovered = Objects.requireNonNull(next.workspace());
        assertThat(recovered.notes()).isEqualTo("not saved yet");
        assertThat(recovered.document().undoLabelProperty().get()).isEqualTo("Recover unsaved work");
        recovered.document().undo();
        assertThat(recovered.notes()).isEmpty();
        assertThat(journals(folder)).isZero();
    }

    @Test
    void whatIsDiscardedIsNotOfferedAgain() throws Exception {
        workAndKill(folder);
        Objects.requireNonNull(studio(folder, Runnable::run).recoveryProperty().get()).discard().run();
        assertThat(studio(folder, Runnable::run).recoveryProperty().get()).isNull();
    }
}
