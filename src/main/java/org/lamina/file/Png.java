package org.lamina.file;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Pictures as PNG files.
public final class Png {

    private Png() {}

    /// @throws IOException where it cannot be written; what was there before is still there
    public static void write(Path file, BufferedImage picture) throws IOException {
        WholeFile.write(file, draft -> {
            try (OutputStream out = Files.newOutputStream(draft)) {
                ImageIO.write(picture, "png", out);
            }
        });
    }
}
