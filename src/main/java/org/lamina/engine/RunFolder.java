package org.lamina.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.lamina.project.Project;
import org.lamina.project.ProjectFile;
import org.lamina.project.RunFolders;

/// Where a run leaves its settings, its metrics and its checkpoints.
final class RunFolder {
    static final String SETTINGS = "settings.json";
    static final String LAST = RunFolders.LAST;
    static final String BEST = "best.safetensors";
    private static final String METRICS = "metrics.csv";
    private static final String HEADER = "epoch,step,seconds,learning_rate,train_loss,train_accuracy,validation_loss,"
            + "validation_accuracy\n";

    private final Path folder;
    private final List<String> warnings;

    /// Creates the folder and writes the settings. What an earlier run left there is kept in a folder below it.
    RunFolder(Path folder, Project project) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        warnings = Files.exists(settings()) ? List.of(setAside()) : List.of();
        Files.writeString(settings(), ProjectFile.text(project));
        if (!Files.exists(metrics()))
            Files.writeString(metrics(), HEADER);
    }

    private String setAside() throws IOException {
        LocalDateTime begun = LocalDateTime.ofInstant(Files.getLastModifiedTime(settings()).toInstant(),
                ZoneId.systemDefault());
        Path aside = RunFolders.next(folder.resolve("earlier"), begun);
        Files.createDirectories(aside);
        for (String name : List.of(SETTINGS, METRICS, LAST, BEST))
            if (Files.exists(folder.resolve(name)))
                Files.move(folder.resolve(name), aside.resolve(name));
        return "There was a run in " + folder + " already: it is now in " + aside;
    }

    /// In words for people.
    List<String> warnings() {
        return warnings;
    }

    void epoch(Event.EpochDone done, double learningRate) throws IOException {
        String row = String.format(Locale.ROOT, "%d,%d,%.3f,%s,%s,%s,%s,%s%n", done.epoch(), done.step(),
                done.seconds(), learningRate, number(done.train().loss()), number(done.train().accuracy()),
                number(done.validation().loss()), number(done.validation().accuracy()));
        Files.writeString(metrics(), row, StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /// @return the file
    Path save(Checkpoint checkpoint, String name) throws IOException {
        Path file = folder.resolve(name);
        checkpoint.file().write(file);
        return file;
    }

    private Path settings() {
        return folder.resolve(SETTINGS);
    }

    private Path metrics() {
        return folder.resolve(METRICS);
    }

    /// Empty where there is no number, as for the accuracy of a regression.
    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.valueOf((float) value);
    }
}
