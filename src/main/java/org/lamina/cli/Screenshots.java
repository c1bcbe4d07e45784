package org.lamina.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.lamina.project.Project;

/// Draws the real window without a display. The composition root provides it, as the command line never sees the
/// interface's classes.
@FunctionalInterface
public interface Screenshots {

    /// @param theme `light` or `dark`
    /// @param png the picture to write
    void take(Project project, Path file, String theme, Path png) throws IOException;
}
