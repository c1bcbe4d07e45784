package org.lamina.data.read;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.lamina.data.DataException;
import org.lamina.data.read.ImageFolder.Resize;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// Single pictures as samples, made as [ImageFolder] makes its own.
public final class Pictures {

    /// Of a digit of MNIST: the longer side of its ink over the side of the picture.
    private static final double INK = 20.0 / 28;

    private Pictures() {}

    /// @param shape of an image
    /// @return channels last, 0…1
    /// @throws DataException where the file cannot be read, with a message for people
    public static Tensor of(Path file, Shape shape, Resize resize) throws DataException {
        return sample(Picture.read(file, shape, resize), shape);
    }

    public static Tensor of(BufferedImage picture, Shape shape, Resize resize) {
        return sample(Picture.bytes(picture, shape, resize), shape);
    }

    private static Tensor sample(byte[] bytes, Shape shape) {
        float[] values = new float[bytes.length];
        for (int i = 0; i < values.length; i++)
            values[i] = (bytes[i] & 0xff) / 255f;
        return new Tensor(new int[]{shape.size(1), shape.size(2), shape.channels()}, values);
    }

    /// Ink on black as the digits of MNIST lie: scaled so that its longer side is 20 of 28 parts of the picture, its
    /// centre of mass in the middle. A black picture stays as it is.
    ///
    /// **Source** LeCun, Cortes and Burges, The MNIST database.
    ///
    /// @param ink a square
    public static BufferedImage centred(BufferedImage ink) {
        int side = ink.getWidth();
        int[] pixels = ink.getRGB(0, 0, side, side, null, 0, side);
        int left = side;
        int top = side;
        int right = -1;
        int bottom = -1;
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < pixels.length; i++) {
            int level = pixels[i] & 0xff;
            if (level == 0)
                continue;
            int row = i / side;
            int column = i % side;
            left = Math.min(left, column);
            right = Math.max(right, column);
            top = Math.min(top, row);
            bottom = Math.max(bottom, row);
            mass += level;
            x += level * (column + 0.5);
            y += level * (row + 0.5);
        }
        return mass == 0 ? ink
                : moved(ink, INK * side / Math.max(right - left + 1, bottom - top + 1), x / mass, y / mass);
    }

    /// @param x of what comes into the middle
    private static BufferedImage moved(BufferedImage ink, double scale, double x, double y) {
        int side = ink.getWidth();
        BufferedImage moved = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = moved.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.translate(side / 2.0, side / 2.0);
        pen.scale(scale, scale);
        pen.translate(-x, -y);
        pen.drawImage(ink, 0, 0, Color.BLACK, null);
        pen.dispose();
        return moved;
    }
}
