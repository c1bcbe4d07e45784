package org.lamina.data.read;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.lamina.tensor.Shape;

/// Decodes picture files: the first picture, whole, the right way up, its greys as they are stored.
final class PictureFile {
    private static final double MOST_PIXELS = 50e6;

    private PictureFile() {}

    /// Leaves out rows and columns where the picture is far larger than the shape needs.
    static BufferedImage read(ImageInputStream in, Shape shape) throws IOException {
        int orientation = Exif.orientation(in);
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext())
            throw new IOException("it is no PNG, JPEG, GIF or BMP picture");
        ImageReader reader = readers.next();
        try {
            if (reader.getFormatName().equals("bmp"))
                refuseShort(in);
            reader.setInput(in, true, true);
            return Exif.upright(plain(decode(reader, shape)), orientation);
        } catch (IIOException e) {
            throw cutOff(e);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decode(ImageReader reader, Shape shape) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int step = Math.max(1, Math.min(width / (2 * shape.size(2)), height / (2 * shape.size(1))));
        if ((double) width * height / step / step > MOST_PIXELS)
            throw new IOException("its %d×%d pixels are too many".formatted(width, height));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
        BufferedImage picture = reader.read(0, param);
        // The JPEG reader fills what is missing with grey and only warns.
        if (warnings.stream().anyMatch(w -> w.contains("remature end") || w.contains("EOI")))
            throw cutOff(new EOFException(warnings.toString()));
        return picture;
    }

    /// The BMP reader fills what is missing with black and says nothing; the header tells the file's size.
    private static void refuseShort(ImageInputStream in) throws IOException {
        in.mark();
        in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        in.seek(2);
        boolean isShort = in.length() < in.readUnsignedInt();
        in.setByteOrder(ByteOrder.BIG_ENDIAN);
        in.reset();
        if (isShort)
            throw cutOff(new EOFException());
    }

    /// Java takes the greys of pictures with transparency, and the inks of those for print, for linear light and
    /// brightens them when it draws; in files they are not.
    private static BufferedImage plain(BufferedImage picture) {
        int kind = picture.getColorModel().getColorSpace().getType();
        Raster raster = picture.getRaster();
        boolean grey = kind == ColorSpace.TYPE_GRAY && raster.getNumBands() == 2;
        if (!grey && kind != ColorSpace.TYPE_CMYK)
            return picture;
        BufferedImage plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_ARGB);
        int spare = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
        for (int y = 0; y < plain.getHeight(); y++)
            for (int x = 0; x < plain.getWidth(); x++)
                plain.setRGB(x, y, grey ? ofGrey(raster.getPixel(x, y, (int[]) null), spare)
                        : ofInks(raster.getPixel(x, y, (int[]) null)));
        return plain;
    }

    private static int ofGrey(int[] greyAndAlpha, int spare) {
        return (greyAndAlpha[1] >> spare) << 24 | (greyAndAlpha[0] >> spare) * 0x010101;
    }

    /// @param inks cyan, magenta, yellow and black, 0 to 255
    private static int ofInks(int[] inks) {
        int light = 255 - inks[3];
        return new Color((255 - inks[0]) * light / 255, (255 - inks[1]) * light / 255, (255 - inks[2]) * light / 255)
                .getRGB();
    }

    private static IOException cutOff(Exception cause) {
        return new IOException("it is cut off or broken: get it again", cause);
    }
}
