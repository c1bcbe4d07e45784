package org.lamina.data.read;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import org.lamina.data.DataException;
import org.lamina.data.read.ImageFolder.Resize;
import org.lamina.tensor.Shape;

/// Reads a picture file into the bytes of one sample.
final class Picture {
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");

    private Picture() {}

    static boolean isNamedLikeOne(Path file) {
        String name = file.getFileName().toString();
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                && Files.isRegularFile(file);
    }

    /// Bytes in the order height, width, channels: grey or red, green, blue. What is transparent becomes black.
    static byte[] read(Path file, Shape shape, Resize resize) throws DataException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            if (in == null)
                throw new IOException("it cannot be opened");
            return bytes(PictureFile.read(in, shape), shape, resize);
        } catch (IOException e) {
            throw Reading.failed(file, e);
        } catch (RuntimeException e) { // what the JDK's decoders throw at broken files
            throw Reading.failed(file, new IOException("the picture is broken", e));
        }
    }

    static byte[] bytes(BufferedImage picture, Shape shape, Resize resize) {
        return bytes(resized(picture, shape.size(2), shape.size(1), resize), shape.size(0));
    }

    private static BufferedImage resized(BufferedImage picture, int width, int height, Resize resize) {
        BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        double scaleX = (double) width / picture.getWidth();
        double scaleY = (double) height / picture.getHeight();
        double common = resize == Resize.CROP ? Math.max(scaleX, scaleY) : Math.min(scaleX, scaleY);
        double drawnWidth = resize == Resize.STRETCH ? width : common * picture.getWidth();
        double drawnHeight = resize == Resize.STRETCH ? height : common * picture.getHeight();
        BufferedImage halved = halved(picture, drawnWidth, drawnHeight);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.translate((width - drawnWidth) / 2, (height - drawnHeight) / 2);
        graphics.scale(drawnWidth / halved.getWidth(), drawnHeight / halved.getHeight());
        graphics.drawImage(halved, 0, 0, Color.BLACK, null);
        graphics.dispose();
        return canvas;
    }

    /// Halves the picture while it stays at least as large as it will be drawn, so that every pixel counts when it is
    /// made much smaller.
    private static BufferedImage halved(BufferedImage picture, double width, double height) {
        BufferedImage half = picture;
        while (half.getWidth() >= 2 * width && half.getHeight() >= 2 * height) {
            BufferedImage next = new BufferedImage(Math.max(1, half.getWidth() / 2), Math.max(1, half.getHeight() / 2),
                    BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = next.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(half, 0, 0, next.getWidth(), next.getHeight(), Color.BLACK, null);
            graphics.dispose();
            half = next;
        }
        return half;
    }

    private static byte[] bytes(BufferedImage picture, int channels) {
        int[] colours = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        byte[] bytes = new byte[colours.length * channels];
        for (int i = 0; i < colours.length; i++) {
            int red = colours[i] >> 16 & 0xff;
            int green = colours[i] >> 8 & 0xff;
            int blue = colours[i] & 0xff;
            if (channels == 1) {
                bytes[i] = (byte) Math.round(luma(red, green, blue));
            } else {
                bytes[3 * i] = (byte) red;
                bytes[3 * i + 1] = (byte) green;
                bytes[3 * i + 2] = (byte) blue;
            }
        }
        return bytes;
    }

    /// Brightness as Rec. ITU-R BT.601 weighs the colours.
    private static double luma(int red, int green, int blue) {
        return 0.299 * red + 0.587 * green + 0.114 * blue;
    }
}
