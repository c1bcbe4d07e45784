package org.lamina.data.read;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.lamina.data.DataException;
import org.lamina.data.Progress;
import org.lamina.tensor.Shape;

/// Reads IDX files: a magic number that tells type and rank, the sizes as 32-bit big-endian integers, then the bytes.
final class IdxFile {
    private static final int PICTURES_MAGIC = 0x0803;
    private static final int LABELS_MAGIC = 0x0801;
    private static final int LARGEST_SIDE = 4096;
    private static final int BUFFER = 1 << 16;
    private static final int PICTURES_BETWEEN_REPORTS = 1000;

    /// Pictures of one channel with their labels.
    record Pictures(Shape shape, byte[][] pixels, int[] labels, List<String> warnings) {}

    private IdxFile() {}

    static Pictures read(Path images, Path labels, Progress progress) throws DataException {
        byte[] classes = labels(labels);
        try (DataInputStream in = open(images)) {
            check(images, in.readInt(), PICTURES_MAGIC, "pictures");
            int count = in.readInt();
            int height = side(images, in.readInt());
            int width = side(images, in.readInt());
            if (count != classes.length)
                throw new DataException(
                        "Needs a label for every picture, but %s holds %,d pictures and %s %,d labels: both must be of one set."
                                .formatted(images.getFileName(), count, labels.getFileName(), classes.length));
            if (count < 1)
                throw new DataException(images + " holds no pictures: choose another set.");
            Reading.checkMemory((double) count * height * width, "The pictures of " + images.getFileName());
            byte[][] pixels = pixels(images, in, count, height * width, progress);
            return new Pictures(Shape.image(1, height, width), pixels, unsigned(classes), leftOver(images, in));
        } catch (EOFException e) {
            throw new DataException(images + " is cut off: get the file again.", e);
        } catch (IOException e) {
            throw Reading.failed(images, e);
        }
    }

    private static byte[] labels(Path file) throws DataException {
        try (DataInputStream in = open(file)) {
            check(file, in.readInt(), LABELS_MAGIC, "labels");
            int count = in.readInt();
            byte[] labels = in.readNBytes(Math.max(count, 0));
            if (count != labels.length)
                throw cutOff(file, count, labels.length, "labels");
            return labels;
        } catch (EOFException e) {
            throw new DataException(file + " is cut off: get the file again.", e);
        } catch (IOException e) {
            throw Reading.failed(file, e);
        }
    }

    private static byte[][] pixels(Path file, InputStream in, int count, int size, Progress progress)
            throws IOException, DataException {
        List<byte[]> pixels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (i % PICTURES_BETWEEN_REPORTS == 0)
                Reading.report(progress, (double) i / count, "Reading " + file.getFileName());
            byte[] picture = in.readNBytes(size);
            if (picture.length < size)
                throw cutOff(file, count, i, "pictures");
            pixels.add(picture);
        }
        return pixels.toArray(byte[][]::new);
    }

    private static List<String> leftOver(Path file, InputStream in) throws IOException {
        return in.read() < 0 ? List.of()
                : List.of(file.getFileName() + " holds more bytes than its header tells; they were left out.");
    }

    /// Unpacks the file where its content, not its name, says that it is packed.
    private static DataInputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            in.mark(2);
            boolean packed = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return new DataInputStream(packed ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static void check(Path file, int magic, int needed, String what) throws DataException {
        if (magic != needed)
            throw new DataException(
                    "%s is no IDX file of %s: it begins with %08x where %08x is needed. Choose another file or get it again."
                            .formatted(file, what, magic, needed));
    }

    private static int side(Path file, int side) throws DataException {
        if (side < 1 || side > LARGEST_SIDE)
            throw new DataException(
                    "%s needs pictures of 1 to %d pixels a side, its header says %d: get the file again."
                            .formatted(file, LARGEST_SIDE, side));
        return side;
    }

    private static DataException cutOff(Path file, int promised, int came, String what) {
        return new DataException(
                "%s is cut off: its header promises %,d %s, but only %,d are there. Get the file again."
                        .formatted(file, promised, what, came));
    }

    private static int[] unsigned(byte[] bytes) {
        int[] values = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++)
            values[i] = bytes[i] & 0xff;
        return values;
    }
}
