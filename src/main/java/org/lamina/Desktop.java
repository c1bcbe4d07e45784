package org.lamina;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.lamina.app.EngineLink;
import org.lamina.app.RunFolder;
import org.lamina.app.Settings;
import org.lamina.app.Studio;
import org.lamina.app.Surroundings;
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
        return !System.getProperty("os.name", "").startsWith("Linux") || System.getenv("DISPLAY") != null
                || System.getProperty("glass.platform") != null;
    }

    static void run() {
        Path home = configuration();
        try (ExecutorService background = background(); Engine engine = EngineThread.start()) {
            Launcher.run(() -> studio(home, background, engine), null);
        }
    }

    /// Draws the window without a display. Nothing of it is remembered.
    static void screenshot(Project project, Path file, String theme, Path png) throws IOException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Path home = Files.createTempDirectory("lamina");
        try (ExecutorService background = background(); Engine engine = EngineThread.start()) {
            Launcher.screenshot(() -> studio(home, background, engine), studio -> studio.show(file, project), theme,
                    png);
        }
    }

    private static ExecutorService background() {
        return Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().name("lamina-files-", 0).factory());
    }

    private static Studio studio(Path home, ExecutorService background, Engine engine) {
        Settings settings = Settings.load(home.resolve("settings.json"), background);
        RunFolder runs = new RunFolder(home.resolve("unsaved"), InstantSource.system(), ZoneId.systemDefault());
        return new Studio(new Surroundings(background, FxDoor.EXECUTOR, settings, samples(), home.resolve("unsaved"),
                new EngineLink(engine), runs));
    }

    /// The folder of the projects that come with the program: beside the class path's folder, as packaged, or where a
    /// build has it.
    private static Path samples() {
        Path code = Path.of(System.getProperty("java.class.path", "").split(System.getProperty("path.separator"), 2)[0])
                .toAbsolutePath();
        return Stream.of(code.resolveSibling("sample-projects"), code.resolve("../../sample-projects"),
                Path.of("sample-projects")).filter(Files::isDirectory).findFirst().orElse(Path.of("sample-projects"));
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
