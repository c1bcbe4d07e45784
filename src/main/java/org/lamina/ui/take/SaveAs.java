package org.lamina.ui.take;

import java.nio.file.Path;
import java.util.Optional;

/// Asks a person where a file goes; empty where they changed their mind.
@FunctionalInterface
public interface SaveAs {

    /// @param suggested file name with its ending
    Optional<Path> choose(String title, String suggested);
}
