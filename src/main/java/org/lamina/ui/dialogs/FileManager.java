package org.lamina.ui.dialogs;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// The system's program that shows folders.
///
/// @param command its executable
public record FileManager(Path command) {

    private static final Logger LOG = Logger.getLogger(FileManager.class.getName());

    /// The one of this machine, if it has one.
    public static Optional<FileManager> find() {
        String system = System.getProperty("os.name", "");
        if (system.startsWith("Windows"))
            return onPath("explorer.exe");
        if (system.startsWith("Mac"))
            return onPath("open");
        boolean screen = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        return screen ? onPath("xdg-open") : Optional.empty();
    }

    private static Optional<FileManager> onPath(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator, -1)).filter(p -> !p.isEmpty()).map(p -> Path.of(p, name))
                .filter(Files::isExecutable).findFirst().map(FileManager::new);
    }

    /// Shows a folder in a window of its own. Not on the FX thread.
    public void show(Path folder) {
        try {
            new ProcessBuilder(command.toString(), folder.toString()).start();
        } catch (IOException e) {
            LOG.log(Level.WARNING, folder + " cannot be shown", e);
        }
    }
}
