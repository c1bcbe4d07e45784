package org.lamina.project;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/// Where runs go: `runs/<project>/2026-11-21-093005-250` beside the project file.
public final class RunFolders {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss-SSS");

    private RunFolders() {}

    /// The folder of all runs of a project file.
    public static Path beside(Path projectFile) {
        return projectFile.toAbsolutePath().resolveSibling("runs").resolve(ProjectFile.name(projectFile));
    }

    /// The folder for a run that begins now, named by the time; the engine makes it.
    ///
    /// @param runs the folder of all runs
    public static Path next(Path runs, LocalDateTime now) {
        return runs.resolve(STAMP.format(now));
    }
}
