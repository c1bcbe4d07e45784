package org.lamina.project;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/// Where runs go: `runs/<project>/2026-11-21-093005` beside the project file.
public final class RunFolders {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss");

    private RunFolders() {}

    /// The folder of all runs of a project file.
    public static Path beside(Path projectFile) {
        String name = projectFile.toAbsolutePath().getFileName().toString();
        String stem = name.endsWith(ProjectFile.EXTENSION)
                ? name.substring(0, name.length() - ProjectFile.EXTENSION.length())
                : name;
        return projectFile.toAbsolutePath().resolveSibling("runs").resolve(stem);
    }

    /// Creates a new folder for one run.
    ///
    /// @param runs the folder of all runs, created when needed
    /// @throws ProjectException where it cannot be created
    public static Path fresh(Path runs, LocalDateTime now) throws ProjectException {
        try {
            Files.createDirectories(runs);
            for (int number = 1;; number++) {
                Path run = runs.resolve(STAMP.format(now) + (number == 1 ? "" : "-" + number));
                try {
                    return Files.createDirectory(run);
                } catch (FileAlreadyExistsException _) {
                    // Two runs within one second: the next number is free.
                }
            }
        } catch (IOException e) {
            throw new ProjectException("the folder for the run's files cannot be made in %s: %s".formatted(runs,
                    ProjectFile.reason(e)), e);
        }
    }
}
