package org.lamina.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.lamina.project.RunFolders;

/// Where runs go: one folder a run, named by the time it began. The engine makes it.
///
/// @param unsaved folder that stands in for the project's while the project was never saved
public record RunFolder(Path unsaved, InstantSource clock, ZoneId zone) {
    /// The folder that the project's relative paths start from.
    Path base(@Nullable Path project) {
        Path folder = project == null ? unsaved : project.toAbsolutePath().getParent();
        return folder == null ? unsaved : folder;
    }

    Path next(@Nullable Path project) {
        return RunFolders.next(all(project), LocalDateTime.ofInstant(clock.instant(), zone));
    }

    /// The folder of all runs of a project.
    Path all(@Nullable Path project) {
        return project == null ? unsaved.resolve("runs") : RunFolders.beside(project);
    }
}
