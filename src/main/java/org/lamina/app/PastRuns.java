package org.lamina.app;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.lamina.project.RunFolders;

/// The runs of a project that left weights, the newest first.
public final class PastRuns {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.UK);

    private final Supplier<Path> folder;
    private final Executor background;
    private final Executor window;
    private final ObservableList<Path> runs = FXCollections.observableArrayList();

    /// @param folder of all runs
    /// @param window the FX thread
    PastRuns(Supplier<Path> folder, Executor background, Executor window) {
        this.folder = folder;
        this.background = background;
        this.window = window;
    }

    /// As last read.
    public ObservableList<Path> runs() {
        return runs;
    }

    /// Reads them anew.
    public void read() {
        Path all = folder.get();
        background.execute(() -> {
            List<Path> found = RunFolders.in(all);
            window.execute(() -> {
                if (!found.equals(runs))
                    runs.setAll(found);
            });
        });
    }

    /// `Run of 21 Nov, 09:30:05`.
    public static String title(Path run) {
        return "Run of " + RunFolders.begun(run).map(TIME::format).orElseGet(() -> String.valueOf(run.getFileName()));
    }
}
