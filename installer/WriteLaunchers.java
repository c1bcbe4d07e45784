import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the start scripts `lamina` (POSIX shell) and `lamina.bat` (Windows) into the build folder. Every Maven build
/// runs it on the JDK and with the class path that the build itself uses, and it puts just these into `lamina.args`,
/// which both scripts and `mvn -Prun` hand to Java. The class path must not stand on the command line: Windows cuts long
/// ones off, and ONNX Runtime 1.29 ends the process with a segmentation fault where it is longer than 4,096 bytes.
///
/// Arguments: the build folder, the JVM flags in one string.
class WriteLaunchers {
    void main(String[] args) throws IOException {
        Path target = Path.of(args[0]).toAbsolutePath();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path arguments = target.resolve("lamina.args");
        // Java reads the file in the system's own encoding.
        Files.writeString(arguments, """
                %s
                -classpath
                "%s"
                org.lamina.Main
                """.formatted(args[1], System.getProperty("java.class.path").replace("\\", "\\\\")),
                Charset.forName(System.getProperty("native.encoding")));

        Path shell = target.resolve("lamina");
        Files.writeString(shell, """
                #!/bin/sh
                exec %s %s "$@"
                """.formatted(quoted(java), quoted("@" + arguments)));
        shell.toFile().setExecutable(true);

        Files.writeString(target.resolve("lamina.bat"), """
                @echo off
                "%s.exe" "@%s" %%*
                """.formatted(java.replace("%", "%%"), arguments.toString().replace("%", "%%")).replace("\n", "\r\n"));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
