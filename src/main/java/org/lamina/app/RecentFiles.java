package org.lamina.app;

import java.nio.file.Path;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Projects that were opened or saved last, the newest first, from one start of the program to the next.
public final class RecentFiles {

    private static final String SETTING = "recent";
    private static final int MOST = 10;

    private final Settings settings;
    private final ObservableList<Path> files = FXCollections.observableArrayList();
    /// Kept, as a view that nobody keeps hears of changes only until the next garbage collection.
    private final ObservableList<Path> shown = FXCollections.unmodifiableObservableList(files);

    RecentFiles(Settings settings) {
        this.settings = settings;
        files.setAll(settings.texts(SETTING).stream().map(Path::of).toList());
    }

    public ObservableList<Path> files() {
        return shown;
    }

    void add(Path file) {
        files.remove(file);
        files.addFirst(file);
        if (files.size() > MOST)
            files.remove(MOST, files.size());
        keep();
    }

    /// Takes a file off the list; the file stays.
    public void forget(Path file) {
        files.remove(file);
        keep();
    }

    private void keep() {
        settings.set(SETTING, files.stream().map(Path::toString).toList());
    }
}
