package org.lamina.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.lamina.project.Project;

/// Draws the real window without a display. The composition root provides it, as the command line never sees the
/// interface's classes.
@FunctionalInterface
public interface Screenshots {

    /// @param theme `light` or `dark`
    /// @param steps that the network learns before; 0 where it does not learn
    /// @param pictures to write, and the panel that each shows; empty for the one that is open at first
    void take(Project project, Path file, String theme, int steps, Map<Path, String> pictures) throws IOException;
}
