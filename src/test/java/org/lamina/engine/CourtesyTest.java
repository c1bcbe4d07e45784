package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What the system knows of the threads' priorities: `man 5 proc` numbers the fields of `stat`.
@EnabledOnOs(OS.LINUX)
class CourtesyTest {

    /// The first field after the thread's name.
    private static final int STATE = 3;
    private static final int NICE = 19;

    @TempDir
    Path folder;

    @Test
    void engineAndCompilersLetOthersGoFirstWhereANetworkLearns() throws IOException {
        try (EngineThread engine = EngineThread.start()) {
            engine.send(new Command.Train(Rig.spiral(Rig.plan(Map.of("epochs", 100_000))), folder,
                    folder.resolve("run"), "cpu", null, false));
            while (!(engine.poll() instanceof Event.EpochDone))
                Thread.onSpinWait();
            Map<String, List<Integer>> nice = nice();
            assertThat(nice.get("lamina-engine")).isNotEmpty().allMatch(n -> n == 10);
            assertThat(nice.keySet()).anyMatch(CourtesyTest::compiles);
            assertThat(nice).allSatisfy((name, steps) -> assertThat(steps)
                    .allMatch(n -> n == 10 || !compiles(name)));
            assertThat(nice.get("VM Thread")).allMatch(n -> n < 10);
        }
    }

    private static boolean compiles(String thread) {
        return thread.matches("C[12] Compiler.*");
    }

    private static Map<String, List<Integer>> nice() throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            return threads.map(CourtesyTest::stat).filter(stat -> !stat.isEmpty()).collect(Collectors.groupingBy(
                    stat -> stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
                    Collectors.mapping(CourtesyTest::steps, Collectors.toList())));
        }
    }

    private static int steps(String stat) {
        try (Scanner fields = new Scanner(stat.substring(stat.lastIndexOf(')') + 1))) {
            return fields.tokens().skip(NICE - STATE).mapToInt(Integer::parseInt).findFirst().orElseThrow();
        }
    }

    /// Empty for a thread that has ended.
    private static String stat(Path thread) {
        try {
            return Files.readString(thread.resolve("stat"));
        } catch (IOException _) {
            return "";
        }
    }
}
