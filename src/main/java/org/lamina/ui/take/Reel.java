package org.lamina.ui.take;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javax.imageio.ImageIO;
import org.lamina.file.Gif;
import org.lamina.file.Png;
import org.lamina.file.WholeFile;

/// Frames of an animation, packed. One thread at a time.
final class Reel {

    /// Pixels of an animation from left to right.
    private static final int WIDEST = 1200;
    private static final int HUNDREDTHS = 10;

    private final List<byte[]> frames = new ArrayList<>();
    private int width = 1;
    private int height = 1;

    void add(BufferedImage frame) {
        width = Math.max(width, frame.getWidth());
        height = Math.max(height, frame.getHeight());
        frames.add(Png.bytes(frame));
    }

    /// All frames in one file.
    ///
    /// @param onFrame is told each frame's number, from 0, before it is written
    void writeGif(Path file, IntConsumer onFrame) throws IOException {
        try {
            Gif.write(file, new AbstractList<>() {
                @Override
                public BufferedImage get(int index) {
                    onFrame.accept(index);
                    return unpacked(frames.get(index));
                }

                @Override
                public int size() {
                    return frames.size();
                }
            }, HUNDREDTHS);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Each frame in a file of its own, `frame-001.png` and so on, in a folder of their own.
    ///
    /// @param onFrame is told each frame's number, from 0, before it is written
    void writeFolder(Path folder, IntConsumer onFrame) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < frames.size(); i++) {
            onFrame.accept(i);
            WholeFile.write(folder.resolve(String.format(Locale.ROOT, "frame-%03d.png", i + 1)), frames.get(i));
        }
    }

    /// As large as the largest, but not too wide.
    private BufferedImage unpacked(byte[] packed) {
        double scale = Math.min(1, (double) WIDEST / width);
        BufferedImage frame = new BufferedImage((int) Math.ceil(width * scale), (int) Math.ceil(height * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = frame.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.scale(scale, scale);
        try {
            pen.drawImage(ImageIO.read(new ByteArrayInputStream(packed)), 0, 0, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            pen.dispose();
        }
        return frame;
    }
}
