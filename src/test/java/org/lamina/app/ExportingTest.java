package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.engine.Command;
import org.lamina.engine.Engine;
import org.lamina.engine.EngineThread;
import org.lamina.engine.Event;
import org.lamina.project.Project;
import org.lamina.project.ProjectFile;
import org.lamina.spec.Params;

final class ExportingTest {

    @TempDir
    Path folder;

    private record Desk(EngineLink link, Training training, Exporting exporting) {

        static Desk of(Project project, Engine engine, Path folder) {
            EngineLink link = new EngineLink(engine);
            RunFolder runs = new RunFolder(folder, () -> Instant.EPOCH, ZoneOffset.UTC);
            Document document = new Document(project);
            Training training = new Training(document, link, runs);
            Settings settings = Settings.load(folder.resolve("settings.json"), Runnable::run);
            settings.set("export-folder", folder.toString());
            Surroundings around = new Surroundings(Runnable::run, Runnable::run, settings, folder, folder, link, runs,
                    List.of());
            return new Desk(link, training, new Exporting(document, training, around, "Spiral"));
        }

        void until(BooleanSupplier arrived) {
            long end = System.nanoTime() + 120_000_000_000L;
            while (!arrived.getAsBoolean()) {
                assertThat(System.nanoTime()).as("two minutes are over").isLessThan(end);
                link.pump();
                LockSupport.parkNanos(2_000_000);
            }
        }

        ExportStage export() {
            exporting.start();
            until(() -> !exporting.stageProperty().get().isBusy());
            return exporting.stageProperty().get();
        }
    }

    @Test
    void trainedSpiralIsWrittenAndProven() throws Exception {
        Project spiral = ProjectFile.open(Path.of("sample-projects", "spiral.lamina")).project();
        try (Engine engine = EngineThread.start()) {
            Desk desk = Desk.of(spiral.with(Params.with(spiral.plan(), "epochs", 1)), engine, folder);
            desk.until(desk.training.verbs().train::isReady);
            desk.training.verbs().train.run();
            desk.until(() -> desk.exporting.whyNotProperty().get().isEmpty());
            desk.exporting.open();

            Path written = folder.resolve("Spiral.onnx");
            assertThat(desk.export()).isInstanceOfSatisfying(ExportStage.Done.class, done -> {
                assertThat(done.target()).isEqualTo(written).isNotEmptyFile();
                assertThat(done.report()).contains("proven: largest difference ").endsWith("over 16 samples");
            });
            assertThat(desk.exporting.replacesProperty().get()).isEqualTo("This file exists; it is replaced.");

            desk.exporting.targetProperty().set(written.resolve("below.onnx").toString());
            assertThat(desk.export()).isInstanceOfSatisfying(ExportStage.Refused.class,
                    refused -> assertThat(refused.message()).contains("cannot write " + written));
        }
    }

    @Test
    void thereIsAReasonUntilSomethingIsTrained() {
        ScriptedEngine engine = new ScriptedEngine();
        Desk desk = Desk.of(Scenes.project(), engine, folder);
        assertThat(desk.exporting.whyNotProperty().get()).isEqualTo("the engine is still starting");
        hear(desk, engine, Scenes.ready());
        assertThat(desk.exporting.whyNotProperty().get()).isEqualTo("nothing is trained yet: press Train first");
        desk.exporting.start();
        assertThat(engine.sent).isEmpty();
        desk.training.verbs().train.run();
        hear(desk, engine, Scenes.started(10));
        assertThat(desk.exporting.whyNotProperty().get()).isEqualTo("a run is under way: stop it first");
        hear(desk, engine, Scenes.finished());
        assertThat(desk.exporting.whyNotProperty().get()).isEmpty();
    }

    @Test
    void refusalOfTheEngineIsShownAndACancelledQuestionIsForgotten() {
        ScriptedEngine engine = new ScriptedEngine();
        Desk desk = trained(engine);
        desk.exporting.start();
        assertThat(engine.sent).last().isInstanceOf(Command.Answer.class);
        hear(desk, engine, new Event.Failed("answering", null, "the weights do not fit", "", false));
        assertThat(desk.exporting.stageProperty().get())
                .isEqualTo(new ExportStage.Refused("the weights do not fit"));
        desk.exporting.start();
        desk.exporting.cancel();
        hear(desk, engine, new Event.Failed("answering", null, "too late", "", false));
        assertThat(desk.exporting.stageProperty().get()).isEqualTo(new ExportStage.Waiting());
    }

    @Test
    void anotherFormatChangesTheEnding() {
        Desk desk = trained(new ScriptedEngine());
        assertThat(desk.exporting.targetProperty().get()).isEqualTo(folder.resolve("Spiral.onnx").toString());
        choose(desk, "djl");
        assertThat(desk.exporting.targetProperty().get()).isEqualTo(folder.resolve("Spiral").toString());
        choose(desk, "safetensors");
        assertThat(desk.exporting.targetProperty().get()).isEqualTo(folder.resolve("Spiral.safetensors").toString());
    }

    private static void choose(Desk desk, String id) {
        Exporting.formats().stream().filter(f -> f.id().equals(id)).forEach(desk.exporting.formatProperty()::set);
    }

    private Desk trained(ScriptedEngine engine) {
        Desk desk = Desk.of(Scenes.project(), engine, folder);
        hear(desk, engine, Scenes.ready());
        desk.training.verbs().train.run();
        hear(desk, engine, Scenes.started(10), Scenes.finished());
        desk.exporting.open();
        return desk;
    }

    private static void hear(Desk desk, ScriptedEngine engine, Event... events) {
        for (Event event : events)
            engine.events.add(event);
        desk.link.pump();
    }
}
