package org.lamina.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lamina.data.DataSource;
import org.lamina.project.Project;
import picocli.CommandLine.Option;

/// `--data`, shared by the commands that read samples.
final class DataOption {
    @Option(names = "--data", paramLabel = "DIR", description = "Read the data set from this folder or file.")
    private @Nullable Path place;

    /// The project with its data source reading from the given place.
    ///
    /// @throws Failure where there is no such place, or the project's data set reads no files
    Project applied(Project project) throws Failure {
        if (place == null)
            return project;
        if (!Files.exists(place))
            throw new Failure("--data: there is nothing at " + place);
        DataSource moved = project.data().at(place.toAbsolutePath().normalize());
        if (moved.equals(project.data()) && project.data().info().isPresent())
            throw new Failure("--data: this project's data set '" + project.data().card().title()
                    + "' is generated and reads no files: leave --data out");
        return project.with(moved);
    }
}
