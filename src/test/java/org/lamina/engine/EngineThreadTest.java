package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.project.Project;

class EngineThreadTest {
    private static final Project PROJECT = Rig.spiral(Rig.plan(Map.of("epochs", 2)));

    @TempDir
    Path folder;

    @Test
    void failureIsToldAndTheNextCommandIsServed() {
        try (EngineThread engine = EngineThread.start()) {
            await(engine, Event.Ready.class);
            engine.send(new Command.Load(PROJECT, folder, "cpu", folder.resolve("none.safetensors")));
            Event.Failed failed = await(engine, Event.Failed.class);
            assertThat(failed.phase()).isEqualTo("loading the weights");
            assertThat(failed.message()).contains("none.safetensors");
            engine.send(new Command.Train(PROJECT, folder, folder.resolve("run"), "auto", null, false));
            Event.Finished finished = await(engine, Event.Finished.class);
            assertThat(finished.weights()).satisfies(weights -> assertThat(weights).exists());
        }
    }

    @Test
    void unknownDeviceAndImpossibleRunFolderAreRefusedInWords() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (EngineThread engine = EngineThread.start()) {
            engine.send(new Command.Train(PROJECT, folder, folder.resolve("run"), "tpu", null, false));
            assertThat(await(engine, Event.Failed.class).message()).startsWith("There is no device 'tpu' here");
            engine.send(new Command.Train(PROJECT, folder, file.resolve("run"), "cpu", null, false));
            Event.Failed failed = await(engine, Event.Failed.class);
            assertThat(failed.phase()).isEqualTo("creating the folder of the run");
            assertThat(failed.message()).contains(file.toString()).endsWith("a file is where a folder is needed");
        }
    }

    @Test
    void closingStopsAndKeepsTheRun() {
        Project endless = Rig.spiral(Rig.plan(Map.of("epochs", 100_000)));
        try (EngineThread engine = EngineThread.start()) {
            engine.send(new Command.Train(endless, folder, folder.resolve("run"), "cpu", null, false));
            await(engine, Event.EpochDone.class);
        }
        assertThat(folder.resolve("run").resolve("last.safetensors")).exists();
    }

    private static <T extends Event> T await(EngineThread engine, Class<T> type) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < end) {
            @Nullable
            Event event = engine.poll();
            if (type.isInstance(event))
                return type.cast(event);
            Thread.onSpinWait();
        }
        throw new AssertionError("no " + type.getSimpleName());
    }
}
