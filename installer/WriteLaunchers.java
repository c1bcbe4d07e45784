import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the start scripts `lamina` (POSIX shell) and `lamina.bat` (Windows) into the build folder. Every Maven build
/// runs it on the JDK and with the class path that the build itself uses, and it puts just these into the scripts.
///
/// Arguments: the build folder, the JVM flags in one string.
class WriteLaunchers {
    void main(String[] args) throws IOException {
        Path target = Path.of(args[0]);
        String flags = args[1];
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String classPath = System.getProperty("java.class.path");

        Path shell = target.resolve("lamina");
        Files.writeString(shell, """
                #!/bin/sh
                exec "%s" %s -classpath "%s" org.lamina.Main "$@"
                """.formatted(java, flags, classPath));
        shell.toFile().setExecutable(true);

        Files.writeString(target.resolve("lamina.bat"), """
                @echo off
                "%s.exe" %s -classpath "%s" org.lamina.Main %%*
                """.formatted(java, flags, classPath).replace("\n", "\r\n"));
    }
}
