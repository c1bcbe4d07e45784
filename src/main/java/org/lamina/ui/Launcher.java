package org.lamina.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Studio;
import org.lamina.file.Png;
import org.lamina.ui.dialogs.SystemQuestions;
import org.lamina.ui.theme.Theme;
import org.lamina.ui.theme.Themes;

/// Starts JavaFX with the studio's window. Called from the main thread, which waits.
public final class Launcher {

    /// Parts of the window that are drawn apart when they change, the most that JavaFX knows. Of its usual 6 it makes
    /// larger ones where more have changed, often the whole window: maps on nodes, curves and status change together.
    private static final int CHANGED_PARTS = 15;

    private Launcher() {}

    /// Shows the window until it is closed.
    ///
    /// @param studio made on the FX thread
    /// @param file a project to open at once; null for the start page
    public static void run(Supplier<Studio> studio, @Nullable Path file) {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        start(closed, () -> {
            Studio opened = studio.get();
            Stage stage = new Stage();
            window(stage, opened, new Themes(opened.settings()));
            stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> closed.complete(true));
            stage.show();
            if (file != null)
                opened.open(file);
        });
        await(closed);
    }

    /// Draws the window of a project into PNG files, once its data set is read.
    ///
    /// @param show has the studio show the project
    /// @param steps that the network learns before; 0 where it does not learn
    /// @param pictures the files, and the panel that each shows; empty for the one that is open at first
    public static void screenshot(Supplier<Studio> studio, Consumer<Studio> show, String theme, int steps,
            Map<Path, String> pictures) throws IOException {
        CompletableFuture<Map<Path, WritableImage>> drawn = new CompletableFuture<>();
        start(drawn, () -> {
            Studio opened = studio.get();
            Themes themes = new Themes(opened.settings());
            themes.themeProperty().set(Theme.named(theme));
            Stage stage = new Stage();
            StudioWindow window = window(stage, opened, themes);
            stage.show();
            show.accept(opened);
            new Sitting(window, stage.getScene(), opened, drawn).begin(steps, pictures);
        });
        try {
            for (Map.Entry<Path, WritableImage> picture : await(drawn).entrySet())
                Png.write(picture.getKey(), SwingFXUtils.fromFXImage(picture.getValue(), null));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static StudioWindow window(Stage stage, Studio studio, Themes themes) {
        return new StudioWindow(stage, studio, themes, new SystemQuestions(stage, studio.settings(), themes));
    }

    /// Starts JavaFX.
    ///
    /// @param first runs on the FX thread
    static void toolkit(Runnable first) {
        System.setProperty("prism.dirtyregioncount", Integer.toString(CHANGED_PARTS));
        Platform.startup(first);
    }

    private static void start(CompletableFuture<?> end, Runnable work) {
        Platform.setImplicitExit(false);
        toolkit(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                end.completeExceptionally(e);
            }
        });
    }

    private static <T> T await(CompletableFuture<T> end) {
        try {
            return end.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException foreseen)
                throw new UncheckedIOException(foreseen);
            throw new IllegalStateException("the window could not be shown", e.getCause());
        }
    }
}
