package org.lamina.ui.take;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
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

    private final Notices notices;
    private final SaveAs saveAs;
    private final Executor background;

    /// @param background makes pictures and writes files
    public Taking(Notices notices, SaveAs saveAs, Executor background) {
        this.notices = notices;
        this.saveAs = saveAs;
        this.background = background;
    }

    public List<Way> ways() {
        return List.of(new Way("copy-picture", "Copy picture", this::copyPicture),
                new Way("save-picture", "Save picture (PNG)…", this::savePicture),
                new Way("save-drawing", "Save drawing (SVG)…", this::saveDrawing),
                new Way("copy-numbers", "Copy numbers", this::copyNumbers),
                new Way("save-numbers", "Save numbers (CSV)…", this::saveNumbers));
    }

    public void copyPicture(Takeaway what) {
        if (!has(what))
            return;
        Supplier<BufferedImage> picture = what.picture();
        background.execute(() -> {
            Image image = SwingFXUtils.toFXImage(picture.get(), null);
            FxDoor.EXECUTOR.execute(() -> copy(DataFormat.IMAGE, image));
        });
    }

    public void copyNumbers(Takeaway what) {
        Numbers numbers = what.numbers();
        if (!has(what))
            return;
        background.execute(() -> {
            String text = numbers.csv();
            FxDoor.EXECUTOR.execute(() -> copy(DataFormat.PLAIN_TEXT, text));
        });
    }

    private static void copy(DataFormat format, Object content) {
        Clipboard.getSystemClipboard().setContent(Map.of(format, content));
    }

    public void savePicture(Takeaway what) {
        if (!has(what))
            return;
        Supplier<BufferedImage> picture = what.picture();
        save(what, ".png", file -> Png.write(file, picture.get()));
    }

    public void saveDrawing(Takeaway what) {
        if (!has(what))
            return;
        byte[] drawing = what.drawing().getBytes(StandardCharsets.UTF_8);
        save(what, ".svg", file -> WholeFile.write(file, drawing));
    }

    public void saveNumbers(Takeaway what) {
        Numbers numbers = what.numbers();
        if (has(what))
            save(what, ".csv", numbers::save);
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

    private void save(Takeaway what, String ending, WholeFile.Writing writing) {
        String subject = what.subject();
        choose(what, ending).ifPresent(file -> write(subject, file, writing));
    }

    /// @param ending of the file's name
    Optional<Path> choose(Takeaway what, String ending) {
        return saveAs.choose("Save: " + what.subject(), fileName(what.subject()) + ending);
    }

    /// Writes in the background and then says where, or why not.
    void write(String subject, Path file, WholeFile.Writing writing) {
        background.execute(() -> {
            Notice notice = written(subject, file, writing);
            FxDoor.EXECUTOR.execute(() -> notices.add(notice));
        });
    }

    private static Notice written(String subject, Path file, WholeFile.Writing writing) {
        try {
            writing.to(file);
            return new Notice(Notice.Kind.DONE, subject + " is saved in " + file, "", null);
        } catch (IOException e) {
            return new Notice(Notice.Kind.FAILURE, "%s could not be saved in %s: %s. Choose another folder"
                    .formatted(subject, file, Trouble.reason(e)), e.toString(), null);
        }
    }

    /// `Kernels of Conv 1` becomes `kernels-of-conv-1`.
    static String fileName(String subject) {
        return subject.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }
}
