package org.lamina.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.lamina.app.EngineLink;
import org.lamina.app.RunFolder;
import org.lamina.app.RunState;
import org.lamina.app.Settings;
import org.lamina.app.Studio;
import org.lamina.app.Surroundings;
import org.lamina.app.Workspace;
import org.lamina.data.Published;
import org.lamina.engine.Command;
import org.lamina.engine.Engine;
import org.lamina.engine.Event;
import org.lamina.engine.Frame;
import org.lamina.graph.NodeId;
import org.lamina.spec.Location;
import org.lamina.spec.Params;
import org.lamina.ui.dialogs.Questions;
import org.lamina.ui.theme.Theme;
import org.lamina.ui.theme.Themes;

/// A studio in a folder of its own, with a person whose answers are set beforehand; the engine is silent unless another
/// is given.
final class Bench implements AutoCloseable, Questions {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    final Path folder;
    final ExecutorService background = Executors.newSingleThreadExecutor();
    final Studio studio;
    final Themes themes;
    final FxDriver driver;
    final StudioWindow window;
    Unsaved unsaved = Unsaved.KEEP_OPEN;
    @Nullable
    Path open;
    @Nullable
    Path save;
    boolean recover;
    int asked;

    private final Engine engine;

    Bench(Path folder, Path samples) {
        this(folder, samples, new SilentEngine());
    }

    Bench(Path folder, Path samples, Engine engine) {
        this(folder, samples, engine, List.of());
    }

    Bench(Path folder, Path samples, Engine engine, List<Published> published) {
        this.folder = folder;
        this.engine = engine;
        Settings settings = Settings.load(folder.resolve("settings.json"), background);
        settings.set("theme", "light");
        FxDriver.start();
        studio = FxDriver.call(() -> new Studio(new Surroundings(background, FxDoor.EXECUTOR, settings, samples,
                folder.resolve("unsaved"), new EngineLink(engine),
                new RunFolder(folder, InstantSource.system(), ZoneOffset.UTC), published)));
        themes = FxDriver.call(() -> new Themes(settings));
        Stage stage = FxDriver.call(Stage::new);
        window = FxDriver.call(() -> new StudioWindow(stage, studio, themes, this));
        driver = FxDriver.of(stage);
        settle();
    }

    /// Waits until the background and then the window have nothing left to do.
    void settle() {
        for (int round = 0; round < 3; round++) {
            try {
                background.submit(() -> {}).get(60, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new AssertionError("the background does not come to rest", e);
            }
            FxDriver.run(() -> {});
        }
        driver.settle();
        if (driver.stage().isShowing())
            driver.pulses(2);
    }

    /// The window at this size, laid out anew.
    void size(double width, double height) {
        FxDriver.run(() -> {
            driver.stage().setWidth(width);
            driver.stage().setHeight(height);
        });
        settle();
    }

    /// Opens the sample network of digits, its first convolution selected, ready to learn longer than anybody waits.
    void endlessDigits() {
        driver.click("#sample-digits-cnn");
        settle();
        if (!FxDriver.call(() -> driver.stage().getTitle()).startsWith("Digits CNN"))
            throw new AssertionError("another sample was opened");
        Workspace workspace = Objects.requireNonNull(studio.workspace());
        await(() -> workspace.training().state() == RunState.IDLE);
        FxDriver.run(() -> {
            workspace.document().edit("No end", p -> p.with(Params.with(p.plan(), "epochs", 1000)));
            workspace.selection().set(new NodeId("conv-1"));
        });
        settle();
    }

    /// Waits until something is so.
    void await(BooleanSupplier condition) {
        await("", condition);
    }

    /// @param what is waited for, in words that a failure tells
    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!FxDriver.call(condition::getAsBoolean)) {
            if (System.nanoTime() > end)
                throw new AssertionError("waited in vain %s; messages: %s; picture: %s".formatted(what,
                        studio.notices().waiting(), driver.screenshot("waiting")));
            driver.pulses(1);
        }
    }

    /// Waits until the window rests: what is answered and shown calls for no more frames.
    void rest(String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (driver.frames(200) > 4)
            if (System.nanoTime() > end)
                throw new AssertionError("the window does not rest: " + what);
    }

    /// Beginning with the theme that is shown: to dress a window anew is slow.
    void inBothThemes(Consumer<Theme> work) {
        Theme before = themes.theme();
        work.accept(before);
        for (Theme theme : Theme.values())
            if (theme != before) {
                FxDriver.run(() -> themes.themeProperty().set(theme));
                driver.pulses(2);
                work.accept(theme);
            }
    }

    /// The sample projects with at most 600 samples in place of thousands, which take seconds to draw.
    static Path smallSamples(Path folder) {
        Path shipped = Path.of("sample-projects");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve("samples").resolve(shipped.relativize(file));
                if (Files.isDirectory(file))
                    Files.createDirectories(copy);
                else
                    Files.writeString(copy, Files.readString(file).replaceAll("\"samples\": \\d{4,}",
                            "\"samples\": 600"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.resolve("samples");
    }

    /// @param canvas share of the height that the canvas keeps, 0…1
    void drawer(double canvas) {
        FxDriver.run(() -> driver.all(".split-pane").stream().map(SplitPane.class::cast)
                .filter(s -> s.getItems().contains(driver.find("#drawer"))).findFirst().orElseThrow()
                .setDividerPosition(0, canvas));
    }

    Path write(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Optional<Path> projectToOpen() {
        return Optional.ofNullable(open);
    }

    @Override
    public Optional<Path> projectToSave(String suggested) {
        return Optional.ofNullable(save);
    }

    @Override
    public Optional<Path> fileToSave(String title, String suggested) {
        return Optional.ofNullable(save);
    }

    @Override
    public Optional<Path> path(Location.Kind kind, String title) {
        return Optional.ofNullable(open);
    }

    @Override
    public Unsaved unsaved(String project) {
        asked++;
        return unsaved;
    }

    @Override
    public boolean recover(List<String> found) {
        asked++;
        return recover;
    }

    @Override
    public void close() {
        FxDriver.run(studio::close);
        driver.close();
        settle();
        engine.close();
        background.close();
    }

    static final class SilentEngine implements Engine {
        @Override
        public void send(Command command) {}

        @Override
        public @Nullable Event poll() {
            return null;
        }

        @Override
        public @Nullable Frame frame() {
            return null;
        }

        @Override
        public void setOnNews(Runnable news) {}

        @Override
        public void close() {}
    }
}
