package org.lamina.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectFileTest {

    @TempDir
    Path folder;

    @Test
    void randomProjectsAreReadAsTheyWereSaved() throws ProjectException {
        Path file = folder.resolve("random.lamina");
        for (long seed = 0; seed < 120; seed++) {
            Project project = RandomProjects.of(seed);
            ProjectFile.save(project, file);
            assertThat(ProjectFile.open(file)).as("seed %d", seed).isEqualTo(new Opened(project, List.of()));
        }
    }

    @Test
    void everyNodeAndWireTakesALine() {
        String text = ProjectFile.text(RandomProjects.trainable());
        assertThat(text.lines().filter(l -> l.contains("\"id\"") || l.contains("\"from\""))).containsExactly(
                "    {\"id\": \"input\", \"layer\": \"input\", \"at\": [40, 80.5], \"parameters\": {\"shape\": \"1×28×28\"}},",
                "    {\"id\": \"flatten\", \"layer\": \"flatten\", \"parameters\": {}},",
                "    {\"id\": \"dense\", \"layer\": \"dense\", \"parameters\": {\"units\": 10, \"bias\": true}},",
                "    {\"id\": \"output\", \"layer\": \"output\", \"parameters\": {}}",
                "    {\"from\": \"input\", \"to\": \"flatten\", \"port\": 0},",
                "    {\"from\": \"flatten\", \"to\": \"dense\", \"port\": 0},",
                "    {\"from\": \"dense\", \"to\": \"output\", \"port\": 0}");
        assertThat(text).startsWith("""
                {
                  "format": "lamina",
                  "version": 1,
                  "notes": [
                    "Two lines",
                    "of notes"
                  ],
                """);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                change("\"version\": 1", "\"version\": 7", "written by a newer Lamina (file version 7"),
                change("\"version\": 1", "\"version\": \"one\"", "version: needs a whole number from 1, got \"one\""),
                change("\"format\": \"lamina\"", "\"format\": \"svg\"", "is not a Lamina project"),
                change("\"layer\": \"dense\"", "\"layer\": \"warp-9\"", "nodes[2] dense: there is no layer 'warp-9'"),
                change("\"source\": \"digits\"", "\"source\": \"tea\"", "data: there is no data set 'tea'"),
                change("\"id\": \"dense\"", "\"id\": \"input\"", "nodes[2]: the id input is taken"),
                change("\"id\": \"dense\"", "\"id\": \"a/../b\"", "nodes[2]: id: a node id is 1 to 64 letters"),
                change("\"units\": 10", "\"units\": NaN", "line 30, column"),
                change("\"units\": 10", "\"units\": 1e999", "nodes[2] dense: parameter units: Units needs a whole"),
                change("\"units\": 10", "\"units\": 1" + "0".repeat(2_000), "line 30, column"),
                change("\"units\": 10", "\"units\": 10, \"units\": 11", "Duplicate field 'units'"),
                change("\"units\": 10", "\"units\": [10]", "parameter units: needs a single value, got a list"),
                change("1×28×28", "1×99999999999×28", "nodes[0] input: parameter shape: needs sizes such as"),
                change("\"parameters\": {}", "\"parameters\": " + "[".repeat(9_999),
                        "nesting depth (21) exceeds the maximum allowed (20)"),
                change("\"port\": 0", "\"port\": 4294967296", "wires[0]: port: needs a whole number"),
                change("\"wires\": [", "\"wires\": 3, \"x\": [", "wires: needs a list, got 3"),
                change("\"port\": 0}\n  ]\n}", "\"port\": 0}]}{}",
                        "line 36, column 51: something follows the end of the project"),
                change("Two lines", "Two \u0000 lines", "line 5, column"));
    }

    private static Arguments change(String what, String by, String message) {
        return Arguments.of(what, by, message);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeUnderstoodIsRefusedWithItsPlace(String what, String by, String message) throws IOException {
        Path file = folder.resolve("refused.lamina");
        String text = ProjectFile.text(RandomProjects.trainable());
        assertThat(text).contains(what);
        Files.writeString(file, text.replaceFirst(Pattern.quote(what), by));
        assertThatExceptionOfType(ProjectException.class).isThrownBy(() -> ProjectFile.open(file))
                .withMessageStartingWith(file + ": ").withMessageContaining(message);
    }

    @Test
    void whatCanBeLeftOutIsLeftOutAndReported() throws Exception {
        Path file = folder.resolve("repaired.lamina");
        Files.writeString(file, ProjectFile.text(RandomProjects.trainable())
                .replace("\"units\": 10,", "\"units\": 10, \"warp\": 9,").replace("[40, 80.5]", "[1e99, 0]")
                .replace("{\"from\": \"flatten\"", "{\"from\": \"ghost\"")
                .replace("{\"from\": \"dense\", \"to\": \"output\"", "{\"from\": \"output\", \"to\": \"dense\"")
                .replace("  \"plan\": {", "  \"plan\": {\"momentun\": 0.5,"));
        assertThat(ProjectFile.open(file).warnings()).containsExactly(
                "nodes[0] input: its place on the canvas needs two numbers within ±1000000; it gets a new place",
                "nodes[2] dense: there is no parameter 'warp'; it was left out",
                "wires[1]: the wire from ghost to dense was left out: there is no node ghost",
                "wires[2]: the wire from output to dense was left out: Output ends the network, so nothing can follow it",
                "plan: there is no parameter 'momentun'; it was left out");
    }

    @Test
    void aCycleIsOpenedAtTheWireThatClosesIt() throws Exception {
        Path file = folder.resolve("cycle.lamina");
        Files.writeString(file, ProjectFile.text(RandomProjects.trainable()).replace("{\"from\": \"input\"",
                "{\"from\": \"dense\""));
        assertThat(ProjectFile.open(file).warnings()).containsExactly(
                "wires[1]: the wire from flatten to dense was left out: would close a cycle: Flatten already depends on Dense");
    }

    @Test
    void missingParametersTakeTheirDefaults() throws Exception {
        Path file = folder.resolve("defaults.lamina");
        Files.writeString(file, ProjectFile.text(RandomProjects.trainable()).replace("\"units\": 10, ", "")
                .replaceAll("(?s)\"plan\": \\{.*?}", "\"plan\": {}"));
        Project project = ProjectFile.open(file).project();
        assertThat(project.plan()).isEqualTo(new Plan());
        assertThat(ProjectFile.text(project))
                .contains("\"id\": \"dense\", \"layer\": \"dense\", \"parameters\": {\"units\": ");
    }

    @Test
    void damagedFilesAreOpenedWholeOrRefusedWithAMessage() throws IOException {
        Path file = folder.resolve("damaged.lamina");
        List<byte[]> whole = LongStream.range(0, 20)
                .mapToObj(s -> ProjectFile.text(RandomProjects.of(s)).getBytes(StandardCharsets.UTF_8)).toList();
        for (int seed = 0; seed < 1_000; seed++) {
            Files.write(file, damaged(whole.get(seed % whole.size()), new Random(seed)));
            ProjectException refusal = catchThrowableOfType(ProjectException.class, () -> {
                Opened opened = ProjectFile.open(file);
                Checkup.problems(opened.project(), Checkup.infer(opened.project(), null), null);
            });
            if (refusal != null)
                assertThat(refusal).as("seed %d", seed).hasMessageStartingWith(file + ": ");
        }
    }

    private static byte[] damaged(byte[] content, Random random) {
        int at = random.nextInt(content.length);
        int length = Math.min(random.nextInt(40), content.length - at);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(content, at);
            case 1 -> spliced(content, at, length, new byte[0]);
            case 2 -> spliced(content, at, 0, Arrays.copyOfRange(content, at, at + length));
            default -> spliced(content, at, 1, new byte[]{(byte) random.nextInt()});
        };
    }

    private static byte[] spliced(byte[] content, int at, int removed, byte[] put) {
        byte[] result = new byte[content.length - removed + put.length];
        System.arraycopy(content, 0, result, 0, at);
        System.arraycopy(put, 0, result, at, put.length);
        System.arraycopy(content, at + removed, result, at + put.length, content.length - at - removed);
        return result;
    }

    @Test
    void twoHundredMegabytesAreRefusedUnread() throws IOException {
        Path file = folder.resolve("large.lamina");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(200_000_000);
        }
        assertThatExceptionOfType(ProjectException.class).isThrownBy(() -> ProjectFile.open(file))
                .withMessage(file + ": is 200,000,000 bytes long; a project has at most 16,777,216");
    }

    @Test
    void aMissingFileAndAFolderAreRefused() {
        assertThatExceptionOfType(ProjectException.class).isThrownBy(() -> ProjectFile.open(folder.resolve("no")))
                .withMessage(folder.resolve("no") + ": there is no such file");
        assertThatExceptionOfType(ProjectException.class).isThrownBy(() -> ProjectFile.open(folder))
                .withMessage(folder + ": is a folder or a device, not a file");
    }

    @Test
    void aFailedSaveLosesNothingAndLeavesNothingBehind() throws Exception {
        Path file = folder.resolve("kept.lamina");
        ProjectFile.save(RandomProjects.trainable(), file);
        Files.createDirectory(folder.resolve(".kept.lamina.part"));
        assertThatExceptionOfType(ProjectException.class).isThrownBy(() -> ProjectFile.save(RandomProjects.of(1), file))
                .withMessageContaining("could not be saved").withMessageContaining("unchanged");
        assertThat(ProjectFile.open(file).project()).isEqualTo(RandomProjects.trainable());
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> ProjectFile.save(RandomProjects.of(1), folder.resolve("no/such/folder.lamina")))
                .withMessageContaining("there is no such file or folder");
    }
}
