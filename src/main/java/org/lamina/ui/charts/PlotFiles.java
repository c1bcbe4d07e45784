package org.lamina.ui.charts;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.lamina.app.Notice;
import org.lamina.app.Notices;
import org.lamina.app.curve.RunCurves;
import org.lamina.file.Png;
import org.lamina.file.Trouble;
import org.lamina.file.WholeFile;
import org.lamina.ui.FxDoor;

/// Curves as files and on the clipboard.
final class PlotFiles {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;

    private final CurveChart loss;
    private final CurveChart accuracy;
    private final Notices notices;
    private final SaveAs saveAs;
    private final Executor background;

    PlotFiles(CurveChart loss, CurveChart accuracy, Notices notices, SaveAs saveAs, Executor background) {
        this.loss = loss;
        this.accuracy = accuracy;
        this.notices = notices;
        this.saveAs = saveAs;
        this.background = background;
    }

    void savePicture() {
        BufferedImage picture = picture();
        save("Save the curves as a picture", "curves.png", file -> Png.write(file, picture));
    }

    void saveNumbers() {
        List<RunCurves> runs = loss.runs();
        String numbers = runs.isEmpty() ? new RunCurves("").csv() : runs.getLast().csv();
        save("Save the curves of the newest run as numbers", "curves.csv",
                file -> WholeFile.write(file, numbers.getBytes(StandardCharsets.UTF_8)));
    }

    void copyPicture() {
        ClipboardContent content = new ClipboardContent();
        content.putImage(SwingFXUtils.toFXImage(picture(), null));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void save(String title, String suggested, WholeFile.Writing writing) {
        saveAs.choose(title, suggested).ifPresent(file -> background.execute(() -> {
            Notice notice = write(file, writing);
            FxDoor.EXECUTOR.execute(() -> notices.add(notice));
        }));
    }

    private static Notice write(Path file, WholeFile.Writing writing) {
        try {
            writing.to(file);
            return new Notice(Notice.Kind.DONE, "The curves are saved in " + file, "", null);
        } catch (IOException e) {
            return new Notice(Notice.Kind.FAILURE,
                    "The curves could not be saved in " + file + ": " + Trouble.reason(e)
                            + ". Choose another folder",
                    e.toString(), null);
        }
    }

    /// The charts that are shown, side by side.
    private BufferedImage picture() {
        List<CurveChart> shown = Stream.of(loss, accuracy).filter(CurveChart::isVisible).toList();
        BufferedImage both = new BufferedImage(shown.size() * WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = both.createGraphics();
        for (int i = 0; i < shown.size(); i++)
            pen.drawImage(shown.get(i).picture(WIDTH, HEIGHT), i * WIDTH, 0, null);
        pen.dispose();
        return both;
    }
}
