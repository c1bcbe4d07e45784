package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.DataException;
import org.lamina.data.DataSource;
import org.lamina.data.Progress;
import org.lamina.data.Published;
import org.lamina.data.read.Idx;

final class GettingTest {

    /// A set that arrives, or not, as a test says.
    private record Fake(Consumer<Progress> onTheWay, String failure) implements Published {
        @Override
        public String id() {
            return "mnist";
        }

        @Override
        public String title() {
            return "MNIST";
        }

        @Override
        public DataSource into(Path folder, Progress progress) throws DataException {
            onTheWay.accept(progress);
            if (!failure.isEmpty())
                throw new DataException(failure);
            return new Idx().at(folder);
        }
    }

    @TempDir
    Path folder;

    private final List<Getting.Stage> stages = new ArrayList<>();
    private final Document document = new Document(Scenes.project());

    private Settings settings() {
        Settings settings = Settings.load(folder.resolve("settings.json"), Runnable::run);
        settings.set("folder", folder.toString());
        return settings;
    }

    private Getting getting(Published set) {
        ScriptedEngine engine = new ScriptedEngine();
        Getting getting = new Getting(document, new Surroundings(Runnable::run, Runnable::run, settings(), folder,
                folder, new EngineLink(engine), new RunFolder(folder, InstantSource.system(), ZoneOffset.UTC),
                List.of(set)));
        getting.stageProperty().subscribe((_, stage) -> stages.add(stage));
        return getting;
    }

    @Test
    void setThatArrivesBecomesTheDataInOneUndoStep() {
        DataSource before = document.project().data();
        Getting getting = getting(new Fake(p -> p.at(0.5, "half"), ""));
        assertThat(getting.isOffered()).isFalse();
        getting.start("MNIST");
        assertThat(document.project().data()).isEqualTo(new Idx().at(folder.resolve("data/mnist")));
        assertThat(document.undoLabelProperty().get()).isEqualTo("Get MNIST");
        assertThat(stages).containsExactly(new Getting.Busy(Double.NaN, "Getting MNIST"),
                new Getting.Busy(0.5, "half"), new Getting.Idle());
        assertThat(getting.isOffered()).isTrue();
        document.undo();
        assertThat(document.project().data()).isEqualTo(before);
    }

    @Test
    void placeBesideTheProjectIsKeptRelativeToIt() {
        document.markSaved(folder.resolve("a.lamina"), document.project());
        getting(new Fake(_ -> {}, "")).start("MNIST");
        assertThat(document.project().data()).isEqualTo(new Idx().at(Path.of("data", "mnist")));
    }

    @Test
    void folderIsRememberedForTheNextProject() {
        Getting getting = getting(new Fake(_ -> {}, "away"));
        getting.folderProperty().set(folder.resolve("elsewhere").toString());
        getting.start("MNIST");
        assertThat(getting(new Fake(_ -> {}, "")).folderProperty().get())
                .isEqualTo(folder.resolve("elsewhere").toString());
    }

    @Test
    void failureIsSaidAndTheDataStays() throws Exception {
        DataSource before = document.project().data();
        getting(new Fake(_ -> {}, "The machine seems to be offline")).start("MNIST");
        assertThat(stages).last().isEqualTo(new Getting.Refused("The machine seems to be offline"));
        Path file = Files.createFile(folder.resolve("file"));
        Getting getting = getting(org.lamina.data.download.Download.MNIST);
        getting.folderProperty().set(file.toString());
        getting.start("MNIST");
        assertThat(stages).last().asString().contains("Cannot get MNIST: a file is where a folder is needed");
        getting.folderProperty().set("a\0b");
        getting.start("MNIST");
        assertThat(stages).last().asString().contains("is not a name that this system knows");
        assertThat(document.project().data()).isEqualTo(before);
    }

    @Test
    void whatIsCancelledIsStoppedAndNotHeardOfAgain() {
        List<Boolean> goOn = new ArrayList<>();
        List<Getting> self = new ArrayList<>();
        Getting getting = getting(new Fake(p -> {
            goOn.add(p.at(0.1, "a little"));
            self.getFirst().cancel();
            goOn.add(p.at(0.2, "more"));
        }, ""));
        self.add(getting);
        DataSource before = document.project().data();
        getting.start("MNIST");
        assertThat(goOn).containsExactly(true, false);
        assertThat(stages).last().isEqualTo(new Getting.Idle());
        assertThat(document.project().data()).isEqualTo(before);
    }
}
