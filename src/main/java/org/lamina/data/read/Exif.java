package org.lamina.data.read;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/// How a camera was held, as it notes in its JPEG files (Exif 2.3, tag 274): 1 upright, 2 to 8 the other ways.
final class Exif {
    private static final int UPRIGHT = 1;
    private static final int JPEG = 0xffd8;
    private static final int APP1 = 0xffe1;
    private static final int START_OF_SCAN = 0xffda;
    private static final int ORIENTATION = 274;
    private static final int ENTRY = 12;

    private Exif() {}

    /// 1 where the file does not say. The stream stands where it stood, its byte order big-endian.
    static int orientation(ImageInputStream in) throws IOException {
        in.mark();
        try {
            return in.readUnsignedShort() == JPEG && toApp1(in) ? tag(in) : UPRIGHT;
        } catch (EOFException e) {
            return UPRIGHT;
        } finally {
            in.setByteOrder(ByteOrder.BIG_ENDIAN);
            in.reset();
        }
    }

    /// Goes to the Exif header, from where its offsets count.
    private static boolean toApp1(ImageInputStream in) throws IOException {
        while (true) {
            int marker = in.readUnsignedShort();
            int length = in.readUnsignedShort();
            if (marker < 0xff00 || marker == START_OF_SCAN || length < 2)
                return false;
            long next = in.getStreamPosition() + length - 2;
            if (marker == APP1 && in.readInt() == 0x45786966 && in.readUnsignedShort() == 0)
                return true;
            in.seek(next);
        }
    }

    private static int tag(ImageInputStream in) throws IOException {
        long start = in.getStreamPosition();
        in.setByteOrder(in.readUnsignedShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        in.readUnsignedShort();
        long directory = start + in.readUnsignedInt();
        in.seek(directory);
        int entries = in.readUnsignedShort();
        for (int i = 0; i < entries; i++) {
            in.seek(directory + 2 + (long) i * ENTRY);
            if (in.readUnsignedShort() == ORIENTATION) {
                in.skipBytes(6);
                int value = in.readUnsignedShort();
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /// The picture as it was seen.
    static BufferedImage upright(BufferedImage stored, int orientation) {
        if (orientation == UPRIGHT)
            return stored;
        int right = stored.getWidth() - 1;
        int bottom = stored.getHeight() - 1;
        boolean lying = orientation > 4;
        BufferedImage seen = new BufferedImage(lying ? bottom + 1 : right + 1, lying ? right + 1 : bottom + 1,
                BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < seen.getHeight(); y++)
            for (int x = 0; x < seen.getWidth(); x++)
                seen.setRGB(x, y, switch (orientation) {
                    case 2 -> stored.getRGB(right - x, y);
                    case 3 -> stored.getRGB(right - x, bottom - y);
                    case 4 -> stored.getRGB(x, bottom - y);
                    case 5 -> stored.getRGB(y, x);
                    case 6 -> stored.getRGB(y, bottom - x);
                    case 7 -> stored.getRGB(right - y, bottom - x);
                    default -> stored.getRGB(right - y, x);
                });
        return seen;
    }
}
