package org.lamina.ui.dialogs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lamina.spec.Location;

/// Everything the program asks a person in a window of its own. Tests answer themselves.
public interface Questions {

    /// What to do with unsaved work.
    enum Unsaved {
        SAVE,
        DISCARD,
        KEEP_OPEN
    }

    Optional<Path> projectToOpen();

    /// @param suggested file name without ending
    Optional<Path> projectToSave(String suggested);

    /// @param suggested file name with its ending
    Optional<Path> fileToSave(String title, String suggested);

    Optional<Path> path(Location.Kind kind, String title);

    Unsaved unsaved(String project);

    /// Whether to bring back work that a crash left.
    ///
    /// @param found what was left, in words, the newest first
    boolean recover(List<String> found);
}
