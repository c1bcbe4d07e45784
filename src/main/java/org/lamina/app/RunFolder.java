package org.lamina.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Where runs go: a folder beside the project, one folder a run, named by the time it began.
///
/// @param unsaved folder that stands in for the project's while the project was never saved
public record RunFolder(Path unsaved, InstantSource clock, ZoneId zone) {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss-SSS");

    /// The folder that the project's relative paths start from.
    Path base(@Nullable Path project) {
        Path folder = project == null ? unsaved : project.toAbsolutePath().getParent();
        return folder == null ? unsaved : folder;
    }

    Path next(@Nullable Path project) {
        Path name = project == null ? null : project.getFileName();
        String runs = name == null ? "runs" : name.toString().replaceFirst("\\.lamina$", "") + ".runs";
        return base(project).resolve(runs).resolve(NAME.format(clock.instant().atZone(zone)));
    }
}
