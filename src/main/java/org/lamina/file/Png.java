package org.lamina.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Pictures as PNG files.
public final class Png {

    private Png() {}

    /// @throws IOException where it cannot be written; what was there before is still there
    public static void write(Path file, BufferedImage picture) throws IOException {
        WholeFile.write(file, bytes(picture));
    }

    /// What such a file holds.
    public static byte[] bytes(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
