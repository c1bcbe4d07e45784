package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamina.data.read.TextFile;
import org.lamina.data.read.TextFile.Unit;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.spec.Params;

/// A table by the present token on a text that goes round: what follows each token is certain, so what is written is
/// known.
class WritingTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
            "CHARACTERS, 'abcd',             'ab',     'cdabcdabcdab'",
            "CHARACTERS, 'abcd',             'abcdabcdabcd', 'abcdabcdabcd'",
            "WORDS,      'the cat sat . ',   'the cat', ' sat . the cat sat . the cat sat . the cat'"})
    void goesOnAsTheTextDoes(Unit unit, String round, String prompt, String written) throws Exception {
        try (Rig rig = trained(unit, round)) {
            assertThat(text(rig, new Writing(prompt, 12, 0, 0, 1))).isEqualTo(written);
            assertThat(text(rig, new Writing(prompt, 12, 5, 1, 1))).as("of the likeliest only").isEqualTo(written);
        }
    }

    @Test
    void hotChoicesStrayAndTheSameSeedStraysAlike() throws Exception {
        try (Rig rig = trained(Unit.CHARACTERS, "abcd")) {
            String hot = text(rig, new Writing("a", 60, 8, 0, 1));
            assertThat(hot).hasSize(60).matches("[abcd]*").isNotEqualTo(text(rig, new Writing("a", 60, 8, 0, 2)));
            assertThat(text(rig, new Writing("a", 60, 8, 0, 1))).isEqualTo(hot);
        }
    }

    @Test
    void writesBetweenTheStepsOfARunAndStops() throws Exception {
        Project project = project(Unit.CHARACTERS, "abcd");
        try (Rig rig = new Rig(folder)) {
            rig.train(project.with(Params.with(project.plan(), "epochs", 1000)));
            rig.send(new Command.Write(new Writing("a", 50, 0, 0, 1))).advance(10);
            assertThat(written(rig)).hasSize(10);
            rig.send(new Command.Pause()).advance(5).send(new Command.StopWriting());
            assertThat(written(rig)).hasSize(15);
            assertThat(rig.last(Event.Wrote.class).last()).isTrue();
            assertThat(rig.session.isBusy()).isFalse();
        }
    }

    @Test
    void whatCannotBeWrittenIsRefused() throws Exception {
        try (Rig rig = trained(Unit.CHARACTERS, "abcd")) {
            assertThat(refusal(rig, new Writing("ax!", 5, 1, 0, 1))).isEqualTo(
                    "The vocabulary has no x !: leave them out, or train on a text that has them.");
            assertThat(refusal(rig, new Writing("a", 0, 1, 0, 1))).startsWith("Length needs 1 to 100000");
            rig.train(Rig.line(Rig.plan(Map.of("epochs", 1))), "other", null).toTheEnd();
            assertThat(refusal(rig, new Writing())).isEqualTo(
                    "Only a network that learns which token follows can write: set the task to next token");
            rig.send(new Command.Forget());
            assertThat(refusal(rig, new Writing())).startsWith("There is no trained network yet");
        }
    }

    private static String refusal(Rig rig, Writing writing) {
        rig.send(new Command.Write(writing));
        assertThat(rig.last(Event.Failed.class).endsRun()).isFalse();
        return rig.last(Event.Failed.class).message();
    }

    private static String text(Rig rig, Writing writing) {
        rig.events.clear();
        rig.send(new Command.Write(writing)).toTheEnd();
        return written(rig);
    }

    private static String written(Rig rig) {
        return rig.events.stream().filter(Event.Wrote.class::isInstance).map(e -> ((Event.Wrote) e).text())
                .collect(Collectors.joining());
    }

    private Rig trained(Unit unit, String round) throws Exception {
        Rig rig = new Rig(folder);
        return rig.train(project(unit, round)).toTheEnd();
    }

    private Project project(Unit unit, String round) throws Exception {
        Path file = Files.writeString(folder.resolve("round.txt"), round.repeat(60));
        return Rig.project(new TextFile(file.toString(), unit, 100, 8, 4, 0.2),
                Rig.plan(Map.of("task", Task.NEXT_TOKEN, "epochs", 12, "learningRate", 0.1, "batchSize", 16)),
                List.of(Rig.node("in", "token-input", Map.of("length", 8, "vocabulary", 4)),
                        Rig.node("table", "embedding", Map.of("features", 4)),
                        Rig.node("next", "dense", Map.of("units", 4)), Rig.node("out", "output", Map.of())));
    }
}
