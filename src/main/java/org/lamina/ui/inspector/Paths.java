package org.lamina.ui.inspector;

import java.nio.file.Path;
import java.util.Optional;
import org.lamina.spec.Location;

/// Asks a person for files and folders. The system's own dialogs stand behind it; tests answer themselves.
public interface Paths {

    /// The path chosen as the project would write it; empty where the person changed their mind.
    Optional<String> choose(Location.Kind kind, String title);

    /// A path as the project would write it: relative to the project's folder where it lies inside.
    String written(Path path);
}
