package org.lamina;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.lamina.cli.Exit;

/// What the program makes of its arguments. Without a display the studio only says that it needs one.
class MainTest {

    private record Ended(int code, String said) {}

    private static Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment().remove("DISPLAY");
        Process running = program.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(running.waitFor(), said);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void studioOpensWithoutArgumentsAndForAProjectAlone() throws Exception {
        for (String[] arguments : new String[][]{{}, {"digits.lamina"}}) {
            Ended studio = run(arguments);
            assertThat(studio.code()).as(studio.said()).isEqualTo(Exit.NO_DISPLAY);
            assertThat(studio.said().lines()).singleElement().asString().startsWith("There is no display");
        }
        Ended commands = run("info", "nowhere.lamina");
        assertThat(commands.code()).as(commands.said()).isEqualTo(Exit.FAILED);
        assertThat(commands.said()).contains("nowhere.lamina");
    }
}
