package org.lamina.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.lamina.project.Project;
import org.lamina.project.ProjectFile;
import org.lamina.project.RunFolders;

/// Where a run leaves its settings, its metrics and its checkpoints.
final class RunFolder {
    static final String SETTINGS = "settings.json";
    static final String LAST = RunFolders.LAST;
    static final String BEST = "best.safetensors";
    private static final String HEADER = "epoch,step,seconds,learning_rate,train_loss,train_accuracy,validation_loss,"
            + "validation_accuracy\n";

    private final Path folder;

    /// Creates the folder and writes the settings; a resumed run adds to its metrics.
    RunFolder(Path folder, Project project) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(SETTINGS), ProjectFile.text(project));
        Path metrics = metrics();
        if (!Files.exists(metrics))
            Files.writeString(metrics, HEADER);
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

    private Path metrics() {
        return folder.resolve("metrics.csv");
    }

    /// Empty where there is no number, as for the accuracy of a regression.
    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.valueOf((float) value);
    }
}
