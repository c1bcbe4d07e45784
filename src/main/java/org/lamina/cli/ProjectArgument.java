package org.lamina.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lamina.data.DataException;
import org.lamina.data.DataInfo;
import org.lamina.data.DataSource;
import org.lamina.data.Progress;
import org.lamina.graph.Inference;
import org.lamina.graph.Problem;
import org.lamina.project.Checkup;
import org.lamina.project.Opened;
import org.lamina.project.Project;
import org.lamina.project.ProjectException;
import org.lamina.project.ProjectFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The project and where its samples are, shared by all commands that take one.
final class ProjectArgument {
    @Parameters(paramLabel = "PROJECT", description = "The project file, such as digits-cnn.lamina.")
    private Path file = Path.of("");

    @Option(names = "--data", paramLabel = "DIR", description = "Read the data set from this folder or file.")
    private @Nullable Path place;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /// A project against its data set.
    record Checked(Project project, Inference inference, List<Problem> problems) {}

    Path file() {
        return file;
    }

    /// The file's name without its ending.
    String name() {
        return ProjectFile.name(file);
    }

    /// The folder that the project's relative paths start from.
    Path base() {
        return Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file.toAbsolutePath());
    }

    /// Opens the project, its samples read from the place given; what had to be repaired is said on standard error.
    ///
    /// @throws Failure where there is no such place, or the project's data set reads no files
    Project open() throws ProjectException, Failure {
        Opened opened = ProjectFile.open(file);
        opened.warnings().forEach(w -> warn(file + ": " + w));
        Project project = opened.project();
        return place == null ? project : project.with(moved(project.data(), place));
    }

    /// Opens the project and checks it against its data set, where that can be read; else that is said on standard
    /// error.
    Checked check() throws ProjectException, Failure {
        Project project = open();
        DataInfo data = data(project);
        Inference inference = Checkup.infer(project, data);
        return new Checked(project, inference, Checkup.problems(project, inference, data));
    }

    private static DataSource moved(DataSource data, Path place) throws Failure {
        if (!Files.exists(place))
            throw new Failure("--data: there is nothing at " + place);
        DataSource moved = data.at(place.toAbsolutePath().normalize());
        if (moved.equals(data) && data.info().isPresent())
            throw new Failure("--data: this project's data set '" + data.card().title()
                    + "' is generated and reads no files: leave --data out");
        return moved;
    }

    private @Nullable DataInfo data(Project project) {
        try {
            return project.data().info().isPresent()
                    ? project.data().info().get()
                    : project.data().open(base(), Progress.NONE).info();
        } catch (DataException e) {
            warn("the network was not checked against the data set: " + e.getMessage());
            return null;
        }
    }

    private void warn(String message) {
        if (command != null)
            command.commandLine().getErr().println("warning: " + message);
    }
}
