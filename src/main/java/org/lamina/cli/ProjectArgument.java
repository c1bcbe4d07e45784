package org.lamina.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lamina.data.DataException;
import org.lamina.data.DataInfo;
import org.lamina.data.Progress;
import org.lamina.project.Opened;
import org.lamina.project.Project;
import org.lamina.project.ProjectException;
import org.lamina.project.ProjectFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The argument that names the project, shared by all commands.
final class ProjectArgument {
    @Parameters(paramLabel = "PROJECT", description = "The project file, such as digits-cnn.lamina.")
    private Path file = Path.of("");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    Path file() {
        return file;
    }

    /// The file's name without its ending.
    String name() {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(ProjectFile.EXTENSION)
                ? name.substring(0, name.length() - ProjectFile.EXTENSION.length())
                : name;
    }

    /// The folder that the project's relative paths start from.
    Path base() {
        return Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file.toAbsolutePath());
    }

    /// Opens the project; what had to be repaired is said on standard error.
    Project open() throws ProjectException {
        Opened opened = ProjectFile.open(file);
        opened.warnings().forEach(w -> warn(file + ": " + w));
        return opened.project();
    }

    /// What the data set holds; null where it cannot be read, which is said on standard error.
    @Nullable
    DataInfo data(Project project) {
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
