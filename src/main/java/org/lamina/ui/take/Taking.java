package org.lamina.ui.take;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Notice;
import org.lamina.app.Notices;
import org.lamina.app.Numbers;
import org.lamina.file.Png;
import org.lamina.file.Trouble;
import org.lamina.file.WholeFile;
import org.lamina.ui.FxDoor;

/// Takes views away: onto the clipboard and into files, and says where they went or why not.
public final class Taking {

    /// One way to take something away.
    ///
    /// @param id for tests and style sheets
    public record Way(String id, String title, Consumer<Takeaway> take) {}

    /// Waited for without a word.
    private static final Duration SHORT = Duration.millis(500);

    private final Notices notices;
    private final SaveAs saveAs;
    private final Executor background;
    private final Slices slices;
    private final Progress progress = new Progress("taking");

    /// @param background makes pictures and writes files
    public Taking(Notices notices, SaveAs saveAs, Executor background) {
        this.notices = notices;
        this.saveAs = saveAs;
        this.background = background;
        slices = new Slices(background);
    }

    /// Whether something is being read off the window: what it shows should hold still.
    public ReadOnlyBooleanProperty busyProperty() {
        return slices.busyProperty();
    }

    /// What takes long is told here, and can be stopped.
    public Node progress() {
        return progress;
    }

    public List<Way> ways() {
        return List.of(new Way("copy-picture", "Copy picture", this::copyPicture),
                new Way("save-picture", "Save picture (PNG)…", this::savePicture),
                new Way("save-drawing", "Save drawing (SVG)…", this::saveDrawing),
                new Way("copy-numbers", "Copy numbers", this::copyNumbers),
                new Way("save-numbers", "Save numbers (CSV)…", this::saveNumbers));
    }

    public void copyPicture(Takeaway what) {
        if (has(what))
            copy(what, DataFormat.IMAGE, what.picture().map(pixels -> SwingFXUtils.toFXImage(pixels, null)));
    }

    public void copyNumbers(Takeaway what) {
        Numbers numbers = what.numbers();
        if (has(what))
            copy(what, DataFormat.PLAIN_TEXT, Take.of(numbers::csv));
    }

    private <T> void copy(Takeaway what, DataFormat format, Take<T> take) {
        CompletableFuture<T> made = told(what.subject(), take);
        CompletableFuture<?> _ = made.thenAcceptAsync(
                content -> Clipboard.getSystemClipboard().setContent(Map.of(format, content)), FxDoor.EXECUTOR);
    }

    public void savePicture(Takeaway what) {
        if (has(what))
            save(what, ".png", what.picture().map(Png::bytes).map(Taking::writing));
    }

    public void saveDrawing(Takeaway what) {
        if (has(what))
            save(what, ".svg", what.drawing().map(Taking::writing));
    }

    public void saveNumbers(Takeaway what) {
        Numbers numbers = what.numbers();
        if (has(what))
            save(what, ".csv", Take.of(() -> numbers::save));
    }

    private static WholeFile.Writing writing(byte[] content) {
        return file -> WholeFile.write(file, content);
    }

    /// Whether there is something; says so where there is nothing.
    boolean has(Takeaway what) {
        boolean empty = what.numbers().isEmpty();
        if (empty)
            warn(what.subject() + ": there is nothing to take away yet, as nothing is shown");
        return !empty;
    }

    void warn(String words) {
        notices.add(new Notice(Notice.Kind.WARNING, words, "", null));
    }

    /// It is taken as it is now, whenever a place for it has been chosen.
    private void save(Takeaway what, String ending, Take<WholeFile.Writing> take) {
        CompletableFuture<WholeFile.Writing> made = told(what.subject(), take);
        Optional<Path> file = choose(what, ending);
        if (file.isEmpty())
            made.cancel(false);
        else {
            CompletableFuture<?> _ = write(what.subject(), file.get(), made);
        }
    }

    /// What takes a while is told, and can be stopped.
    private <T> CompletableFuture<T> told(String subject, Take<T> take) {
        CompletableFuture<T> made = taken(take);
        PauseTransition soon = new PauseTransition(SHORT);
        soon.setOnFinished(_ -> progress.begin("Taking away: " + subject, () -> made.cancel(false)));
        soon.play();
        CompletableFuture<?> _ = made.whenCompleteAsync((_, _) -> {
            soon.stop();
            progress.end();
        }, FxDoor.EXECUTOR);
        return made;
    }

    /// Reads it off the window without holding the FX thread for long.
    ///
    /// @return completed in the background
    <T> CompletableFuture<T> taken(Take<T> take) {
        return slices.take(take);
    }

    /// @param ending of the file's name
    Optional<Path> choose(Takeaway what, String ending) {
        return saveAs.choose("Save: " + what.subject(), fileName(what.subject()) + ending);
    }

    /// Writes in the background and then says where, or why not; what was cancelled is not written.
    ///
    /// @return completed on the FX thread when all is said
    CompletableFuture<?> write(String subject, Path file, CompletableFuture<WholeFile.Writing> made) {
        return made.thenAcceptAsync(writing -> {
            try {
                writing.to(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, background).handleAsync((_, trouble) -> {
            Throwable cause = trouble instanceof CompletionException wrapped ? wrapped.getCause() : trouble;
            if (!(cause instanceof CancellationException))
                notices.add(notice(subject, file, cause));
            return file;
        }, FxDoor.EXECUTOR);
    }

    private static Notice notice(String subject, Path file, @Nullable Throwable trouble) {
        Throwable cause = trouble instanceof UncheckedIOException wrapped ? wrapped.getCause() : trouble;
        if (cause == null)
            return new Notice(Notice.Kind.DONE, subject + " is saved in " + file, "", null);
        String reason = cause instanceof IOException failed ? Trouble.reason(failed) : cause.toString();
        return new Notice(Notice.Kind.FAILURE, "%s could not be saved in %s: %s. Choose another folder"
                .formatted(subject, file, reason), cause.toString(), null);
    }

    /// `Kernels of Conv 1` becomes `kernels-of-conv-1`.
    static String fileName(String subject) {
        return subject.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }
}
