package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.Augmentation;
import org.lamina.engine.Event.Ending;
import org.lamina.graph.NodeId;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.tensor.Safetensors;
import org.lamina.tensor.Tensor;

class RunTest {
    private static final Path FULL = Path.of("/dev/full");
    private static final Plan SHORT = Rig.plan(Map.of("epochs", 2, "batchSize", 16));

    @TempDir
    Path folder;

    @Test
    void sameSeedGivesTheSameWeightsBitForBit() throws IOException {
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.digits(SHORT), "one", null).toTheEnd().train(Rig.digits(SHORT), "two", null).toTheEnd();
            assertThat(weights(rig, "one")).isEqualTo(weights(rig, "two"));
        }
    }

    @Test
    void augmentedRunIsTheSameForTheSameSeedAndAnotherThanThePlainOne() throws IOException {
        Project plain = Rig.digits(SHORT);
        Project augmented = plain.with(new Augmentation(0.1, 15, 0.1, false, 0.1, 0.05));
        try (Rig rig = new Rig(folder)) {
            rig.train(augmented, "one", null).toTheEnd().train(augmented, "two", null).toTheEnd();
            rig.train(plain, "plain", null).toTheEnd();
            assertThat(weights(rig, "one")).isEqualTo(weights(rig, "two")).isNotEqualTo(weights(rig, "plain"));
        }
    }

    @Test
    void spiralIsLearnt() {
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.spiral(Rig.plan(Map.of("epochs", 200, "learningRate", 0.01)))).toTheEnd();
            Event.Finished finished = rig.last(Event.Finished.class);
            assertThat(finished.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(finished.validation().accuracy()).isGreaterThan(0.9);
        }
    }

    @Test
    void resumedRunEqualsUninterruptedOne() throws IOException {
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.digits(SHORT), "whole", null).toTheEnd();
            rig.train(Rig.digits(Rig.plan(Map.of("epochs", 1, "batchSize", 16))), "half", null).toTheEnd();
            rig.train(Rig.digits(SHORT), "rest", rig.run("half").resolve("last.safetensors")).toTheEnd();
            assertThat(weights(rig, "rest")).isEqualTo(weights(rig, "whole"));
        }
    }

    @Test
    void divergenceKeepsFiniteWeights() throws IOException {
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.line(Rig.plan(Map.of("epochs", 50, "optimizer", "SGD")))).advance(1);
            rig.send(new Command.LearningRate(10)).toTheEnd();
            assertThat(rig.last(Event.Finished.class).ending()).isEqualTo(Ending.DIVERGED);
            assertThat(weights(rig, "run").tensors().values()).allMatch(RunTest::isFinite);
        }
    }

    @Test
    void firstNodeInOrderWhoseOutputIsNotFiniteIsNamed() throws IOException {
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.spiral(SHORT)).advance(1).send(new Command.Stop());
            Map<String, Tensor> broken = new LinkedHashMap<>(weights(rig, "run").tensors());
            Objects.requireNonNull(broken.get("second.bias")).values()[3] = Float.POSITIVE_INFINITY;
            new Safetensors(broken, Map.of()).write(rig.run("broken.safetensors"));
            rig.train(Rig.spiral(SHORT), "again", rig.run("broken.safetensors")).advance(1);
            assertThat(rig.last(Event.Diverged.class))
                    .isEqualTo(new Event.Diverged(0, new NodeId("second"), """
                            The output of Dense is not a finite number any more: lower the learning rate, now 0.001. \
                            The weights from before are kept"""));
        }
    }

    @Test
    void fullDiskEndsARunWithWhatItHasLearntInHand() throws IOException {
        assumeThat(FULL).as("this system has no device that is always full").exists();
        Path weights = Files.writeString(Files.createDirectory(folder.resolve("run")).resolve("last.safetensors"),
                "older");
        Files.createSymbolicLink(folder.resolve("run/.last.safetensors.part"), FULL);
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.spiral(SHORT)).toTheEnd();
            Event.Failed failed = rig.last(Event.Failed.class);
            assertThat(List.of(failed.phase(), failed.message())).containsExactly("saving the weights",
                    "The disk is full");
            assertThat(weights).hasContent("older");
            rig.send(new Command.Answer(Rig.spiral(SHORT), folder, null, 4));
            assertThat(rig.last(Event.Answered.class).weights()).isNotEmpty();
        }
    }

    @Test
    void metricsThatCannotBeWrittenEndARunWithItsWeightsSaved() throws IOException {
        assumeThat(FULL).as("this system has no device that is always full").exists();
        Files.createSymbolicLink(Files.createDirectory(folder.resolve("run")).resolve("metrics.csv"), FULL);
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.spiral(SHORT)).toTheEnd();
            assertThat(rig.last(Event.Failed.class).phase()).isEqualTo("writing the metrics");
            assertThat(rig.last(Event.Failed.class).message()).isEqualTo("The disk is full");
            assertThat(weights(rig, "run").tensors()).isNotEmpty();
        }
    }

    @Test
    void batchesAndEpochsAreSteppedOneByOne() {
        try (Rig rig = new Rig(folder)) {
            rig.send(new Command.Train(Rig.spiral(SHORT), folder, folder.resolve("run"), "cpu", null, true));
            assertThat(rig.session.isBusy()).isFalse();
            rig.send(new Command.StepBatch()).toTheEnd();
            assertThat(rig.last(Event.Paused.class)).isEqualTo(new Event.Paused(1));
            rig.send(new Command.StepEpoch()).toTheEnd();
            assertThat(rig.last(Event.Paused.class)).isEqualTo(new Event.Paused(10));
            rig.send(new Command.Resume()).toTheEnd();
            assertThat(rig.last(Event.Finished.class).steps()).isEqualTo(20);
            assertThat(rig.events).filteredOn(e -> e instanceof Event.Paused || e instanceof Event.Resumed)
                    .containsExactly(new Event.Paused(0), new Event.Resumed(0), new Event.Paused(1),
                            new Event.Resumed(1), new Event.Paused(10), new Event.Resumed(10));
        }
    }

    @Test
    void stopKeepsTheWeights() {
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.spiral(SHORT)).advance(3).send(new Command.Stop());
            Event.Finished finished = rig.last(Event.Finished.class);
            assertThat(finished).extracting(Event.Finished::ending, Event.Finished::steps)
                    .containsExactly(Ending.STOPPED, 3L);
            assertThat(finished.weights()).exists();
        }
    }

    /// A command may come from another process.
    @Test
    void valuesOutOfRangeAreRefusedInWordsAndARunGoesOn() {
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.spiral(Rig.plan(Map.of("batchSize", 0))));
            assertThat(rig.events).containsExactly(new Event.Failed("checking the project", null,
                    "Training plan: Batch size needs 1 to 65536 samples, got 0", "", true));
            rig.train(Rig.spiral(SHORT)).send(new Command.LearningRate(Double.NaN));
            assertThat(rig.last(Event.Failed.class)).extracting(Event.Failed::message, Event.Failed::endsRun)
                    .containsExactly("Learning rate needs 1e-8 to 10, got NaN", false);
            rig.send(new Command.Answer(Rig.spiral(SHORT), folder, null, 0));
            assertThat(rig.last(Event.Failed.class).message()).isEqualTo("Answering needs at least 1 sample, got 0");
            assertThat(rig.toTheEnd().last(Event.Finished.class).ending()).isEqualTo(Ending.COMPLETED);
        }
    }

    @Test
    void everyEpochIsARowOfTheMetrics() throws IOException {
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.spiral(SHORT)).toTheEnd();
            List<String> rows = Files.readAllLines(rig.run("run").resolve("metrics.csv"));
            assertThat(rows).hasSize(3);
            assertThat(rows.get(2)).startsWith("2,20,");
            assertThat(rig.run("run").resolve("settings.json")).exists();
        }
    }

    @Test
    void aRunInTheFolderOfAnEarlierOneKeepsThat() throws IOException {
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.spiral(SHORT)).toTheEnd();
            Map<String, String> earlier = contents(rig.run("run"));
            rig.train(Rig.spiral(Rig.plan(Map.of("epochs", 1)))).toTheEnd();
            assertThat(Files.readAllLines(rig.run("run").resolve("metrics.csv"))).hasSize(2);
            try (Stream<Path> aside = Files.list(rig.run("run").resolve("earlier"))) {
                Path kept = aside.findFirst().orElseThrow();
                assertThat(contents(kept)).isEqualTo(earlier);
                assertThat(rig.last(Event.Started.class).warnings())
                        .containsExactly("There was a run in %s already: it is now in %s".formatted(rig.run("run"),
                                kept));
            }
        }
    }

    /// What is in the files of a folder, by their names.
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                contents.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return contents;
    }

    @Test
    void nativeArraysStayAsManyOverSteps() {
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.digits(Rig.plan(Map.of("epochs", 100, "batchSize", 16))));
            rig.advance(20);
            int before = Rig.arrays();
            rig.advance(200);
            assertThat(rig.session.isBusy()).isTrue();
            assertThat(Rig.arrays()).isEqualTo(before);
        }
    }

    private static boolean isFinite(Tensor tensor) {
        for (float value : tensor.values())
            if (!Float.isFinite(value))
                return false;
        return true;
    }

    private static Safetensors weights(Rig rig, String run) throws IOException {
        return Safetensors.read(rig.run(run).resolve("last.safetensors"));
    }
}
