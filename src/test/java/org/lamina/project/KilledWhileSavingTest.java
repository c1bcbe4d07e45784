package org.lamina.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that saves two projects in turn is killed at random moments: the file holds one of them, whole.
class KilledWhileSavingTest {
    private static final int LARGE = 300;
    private static final Project EVEN = RandomProjects.of(101, LARGE);
    private static final Project ODD = RandomProjects.of(102, LARGE);

    @TempDir
    Path folder;

    /// Saves without end; says when the first save is done.
    static final class Saver {
        static void main(String[] args) throws Exception {
            Path file = Path.of(args[0]);
            for (int i = 0;; i++) {
                ProjectFile.save(i % 2 == 0 ? EVEN : ODD, file);
                if (i == 0)
                    System.out.println("saved");
            }
        }
    }

    @Test
    void theProjectOpensAfterFiveKills() throws Exception {
        killRepeatedly(5);
    }

    @Test
    @Tag("slow")
    void theProjectOpensAfterFiftyKills() throws Exception {
        killRepeatedly(50);
    }

    private void killRepeatedly(int times) throws Exception {
        Path file = folder.resolve("killed.lamina");
        Random random = new Random(times);
        for (int i = 0; i < times; i++) {
            killAfter(random.nextInt(40_000), file);
            Opened opened = ProjectFile.open(file);
            assertThat(opened.warnings()).isEmpty();
            assertThat(opened.project()).as("kill %d", i).isIn(EVEN, ODD);
        }
    }

    private static void killAfter(int micros, Path file) throws IOException, InterruptedException {
        Process saver = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", System.getProperty("java.class.path"),
                Saver.class.getName(), file.toString())).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertThat(saver.inputReader().readLine()).isEqualTo("saved");
        TimeUnit.MICROSECONDS.sleep(micros);
        saver.destroyForcibly().waitFor();
    }
}
