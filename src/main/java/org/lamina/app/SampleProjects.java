package org.lamina.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.lamina.project.Project;
import org.lamina.project.ProjectException;
import org.lamina.project.ProjectFile;
import org.lamina.spec.Words;

/// The projects that come with the program, read in the background. One that cannot be read is left out.
final class SampleProjects {

    private static final Logger LOG = Logger.getLogger(SampleProjects.class.getName());

    private final ObservableList<Sample> all = FXCollections.observableArrayList();
    /// Kept, as a view that nobody keeps hears of changes only until the next garbage collection.
    private final ObservableList<Sample> shown = FXCollections.unmodifiableObservableList(all);

    SampleProjects(Surroundings around) {
        around.background().execute(() -> {
            List<Sample> found = read(around.samples());
            around.window().execute(() -> all.setAll(found));
        });
    }

    ObservableList<Sample> all() {
        return shown;
    }

    private static List<Sample> read(Path folder) {
        List<Sample> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(f -> f.toString().endsWith(ProjectFile.EXTENSION)).sorted()
                    .forEach(f -> sample(f).ifPresent(found::add));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "samples cannot be read from " + folder, e);
        }
        return found;
    }

    private static Optional<Sample> sample(Path file) {
        try {
            Project project = ProjectFile.open(file).project();
            return Optional.of(new Sample(words(file), project.notes(), project.graph(), file));
        } catch (ProjectException e) {
            LOG.log(Level.WARNING, "a sample cannot be read", e);
            return Optional.empty();
        }
    }

    /// `digits-cnn.lamina` becomes `Digits CNN`.
    private static String words(Path file) {
        return Words.title(ProjectFile.name(file).toLowerCase(Locale.ROOT).replace('-', ' ')).replace("MNIST idx",
                "MNIST");
    }
}
