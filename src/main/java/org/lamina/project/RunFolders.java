package org.lamina.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where runs go: `runs/<project>/2026-11-21-093005-250` beside the project file.
public final class RunFolders {
    /// The weights at the end of a run.
    public static final String LAST = "last.safetensors";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss-SSS");

    private RunFolders() {}

    /// The folder of all runs of a project file.
    public static Path beside(Path projectFile) {
        return projectFile.toAbsolutePath().resolveSibling("runs").resolve(ProjectFile.name(projectFile));
    }

    /// The runs that left weights, the newest first; none where the folder cannot be read. Not on the FX thread.
    public static List<Path> in(Path runs) {
        if (!Files.isDirectory(runs))
            return List.of();
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.filter(f -> Files.exists(f.resolve(LAST))).sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /// When a run began; empty where its folder is not named by the time.
    public static Optional<LocalDateTime> begun(Path run) {
        try {
            return Optional.of(LocalDateTime.parse(String.valueOf(run.getFileName()), STAMP));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// The folder for a run that begins now, named by the time; the engine makes it.
    ///
    /// @param runs the folder of all runs
    public static Path next(Path runs, LocalDateTime now) {
        return runs.resolve(STAMP.format(now));
    }
}
