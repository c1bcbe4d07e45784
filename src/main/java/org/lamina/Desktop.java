package org.lamina;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.lamina.app.EngineLink;
import org.lamina.app.RunFolder;
import org.lamina.app.Settings;
import org.lamina.app.Studio;
import org.lamina.app.Surroundings;
import org.lamina.data.download.Download;
import org.lamina.engine.Engine;
import org.lamina.engine.EngineThread;
import org.lamina.project.Project;
import org.lamina.ui.FxDoor;
import org.lamina.ui.Launcher;

/// Puts the window together.
final class Desktop {

    private Desktop() {}

    /// Whether there is a screen, or a stand-in for one.
    static boolean hasDisplay() {
        return !System.getProperty("os.name", "").startsWith("Linux")
                || !System.getenv().getOrDefault("DISPLAY", "").isBlank()
                || System.getProperty("glass.platform") != null;
    }

    /// @param file a project to open at once; null for the start page
    static void run(@Nullable Path file) {
        Path home = configuration();
        try (ExecutorService background = background(); Engine engine = EngineThread.start()) {
            Launcher.run(() -> studio(home, background, engine), file);
        }
    }

    /// Draws the window without a display. Nothing of it is remembered but the run.
    static void screenshot(Project project, Path file, String theme, int steps, Map<Path, String> pictures)
            throws IOException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Path home = Files.createTempDirectory("lamina");
        try (ExecutorService background = background(); Engine engine = EngineThread.start()) {
            Launcher.screenshot(() -> studio(home, background, engine), studio -> studio.show(file, project), theme,
                    steps, pictures);
        }
    }

    private static ExecutorService background() {
        return Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("lamina-background-", 0).factory());
    }

    private static Studio studio(Path home, ExecutorService background, Engine engine) {
        Settings settings = Settings.load(home.resolve("settings.json"), background);
        RunFolder runs = new RunFolder(home.resolve("unsaved"), InstantSource.system(), ZoneId.systemDefault());
        return new Studio(new Surroundings(background, FxDoor.EXECUTOR, settings, samples(), home.resolve("unsaved"),
                new EngineLink(engine), runs, List.of(Download.values())));
    }

    /// The folder of the projects that come with the program, in a folder of the class path or inside its jar.
    static Path samples() {
        try {
            return folder(Objects.requireNonNull(Desktop.class.getResource("/sample-projects")).toURI());
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the samples cannot be read", e);
        }
    }

    /// A folder on disk, or of a jar, which is opened for it.
    static Path folder(URI place) throws IOException {
        if (place.getScheme().equals("jar"))
            FileSystems.newFileSystem(place, Map.of());
        return Path.of(place);
    }

    /// Where the system keeps a program's settings.
    private static Path configuration() {
        String system = System.getProperty("os.name", "");
        Path user = Path.of(System.getProperty("user.home", "."));
        String roaming = System.getenv("APPDATA");
        if (system.startsWith("Windows") && roaming != null)
            return Path.of(roaming, "Lamina");
        if (system.startsWith("Mac"))
            return user.resolve("Library/Application Support/Lamina");
        String given = System.getenv("XDG_CONFIG_HOME");
        return (given == null || given.isEmpty() ? user.resolve(".config") : Path.of(given)).resolve("lamina");
    }
}
