package org.lamina.data.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamina.data.DataException;
import org.lamina.data.DataInfo;
import org.lamina.data.DataSet;
import org.lamina.data.Progress;
import org.lamina.data.Target;
import org.lamina.tensor.Shape;

class IdxTest {
    private static final byte[] IMAGES = images(0x0803, 3, 2, 2, 12);
    private static final byte[] LABELS = labels(0x0801, 3, 1, 0, 2);

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheTrainingPart() throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), IMAGES);
        Files.write(folder.resolve("train-labels-idx1-ubyte"), LABELS);
    }

    @Test
    void plainAndPackedPartsAreJoinedAndTheTestPartIsSetAside() throws Exception {
        Files.write(folder.resolve("t10k-images.idx3-ubyte.gz"), packed(IMAGES));
        Files.write(folder.resolve("t10k-labels.idx1-ubyte.gz"), packed(LABELS));
        DataSet set = open();
        assertThat(set.info()).isEqualTo(
                new DataInfo(Shape.image(1, 2, 2), new Target.Classes(List.of("0", "1", "2")), 6));
        assertThat(set.heldOut()).isEqualTo(3);
        float[] picture = new float[4];
        set.input(4, picture, 0);
        assertThat(picture).containsExactly(4 / 255f, 5 / 255f, 6 / 255f, 7 / 255f);
        float[] label = new float[1];
        set.target(5, label, 0);
        assertThat(label).containsExactly(2);
    }

    @Test
    void classesAreNamedByTheUserOrByFashion() throws Exception {
        assertThat(new Idx(folder.toString(), "cat, dog, cow").open(folder, Progress.NONE).info().target().names())
                .containsExactly("cat", "dog", "cow");
        Path fashion = Files.createDirectory(folder.resolve("fashion-mnist"));
        Files.write(fashion.resolve("train-images-idx3-ubyte"), IMAGES);
        Files.write(fashion.resolve("train-labels-idx1-ubyte"), LABELS);
        assertThat(new Idx("fashion-mnist", "").open(folder, Progress.NONE).info().target().names()).hasSize(10)
                .startsWith("T-shirt/top", "Trouser");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            train-images-idx3-ubyte | 00000801000000030000000200000002 | it begins with 00000801 where 00000803 is needed
            train-images-idx3-ubyte | 0000080300000003000000020000000201 | promises 3 pictures, but only 0 are there
            train-images-idx3-ubyte | 00000803000000040000000200000002 | holds 4 pictures and train-labels-idx1-ubyte 3 labels
            train-images-idx3-ubyte | 000008030000000300000000ffffffff | its header says 0
            train-images-idx3-ubyte | 00000803 | is cut off: get the file again
            train-images-idx3-ubyte | 1f8b0000 | Cannot read
            train-labels-idx1-ubyte | 0000080100000005010203 | promises 5 labels, but only 3 are there
            train-labels-idx1-ubyte | 00000801ffffffff | promises -1 labels
            train-labels-idx1-ubyte | 00 | is cut off: get the file again
            """)
    void brokenFileIsRefused(String file, String hex, String message) throws IOException {
        Files.write(folder.resolve(file), HexFormat.of().parseHex(hex));
        assertThatThrownBy(this::open).isInstanceOf(DataException.class).hasMessageContaining(message)
                .hasMessageContaining(file);
    }

    @ParameterizedTest
    @CsvSource({"train-images-idx3-ubyte, 12", "train-images-idx3-ubyte, 30", "train-labels-idx1-ubyte, 14"})
    void packedFileThatIsCutOffIsRefused(String file, int kept) throws IOException {
        byte[] whole = packed(file.contains("images") ? IMAGES : LABELS);
        Files.write(folder.resolve(file), Arrays.copyOf(whole, kept));
        assertThatThrownBy(this::open).isInstanceOf(DataException.class).hasMessageContaining("is cut off")
                .hasMessageContaining(file);
    }

    @Test
    void missingPartsAreNamed() throws IOException {
        Files.delete(folder.resolve("train-labels-idx1-ubyte"));
        assertThatThrownBy(this::open).isInstanceOf(DataException.class)
                .hasMessageContaining("holds only train-images-idx3-ubyte: put the other one beside it");
        Files.delete(folder.resolve("train-images-idx3-ubyte"));
        assertThatThrownBy(this::open).isInstanceOf(DataException.class).hasMessageContaining("holds none");
        assertThatThrownBy(() -> new Idx().open(folder, Progress.NONE)).hasMessageContaining("none is chosen yet");
        assertThatThrownBy(() -> new Idx("nowhere", "").open(folder, Progress.NONE))
                .hasMessageContaining("there is no folder");
    }

    @Test
    void tooFewNamesAreRefused() {
        assertThatThrownBy(() -> new Idx(folder.toString(), "a, b").open(folder, Progress.NONE))
                .isInstanceOf(DataException.class).hasMessageContaining("Needs the names of 3 classes, got 2");
    }

    /// Seeded damage: bytes changed and ends cut off give a set or a message, nothing else.
    @Test
    void damagedFilesNeverGiveAnythingButAMessage() throws IOException {
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Files.write(folder.resolve("train-images-idx3-ubyte"), damaged(IMAGES, random));
            Files.write(folder.resolve("train-labels-idx1-ubyte"), damaged(packed(LABELS), random));
            try {
                open();
            } catch (DataException e) {
                assertThat(e).hasMessageContaining("train-");
            }
        }
    }

    private DataSet open() throws DataException {
        return new Idx(folder.toString(), "").open(Path.of(""), Progress.NONE);
    }

    private static byte[] damaged(byte[] bytes, SplittableRandom random) {
        byte[] changed = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        for (int i = random.nextInt(3); i > 0 && changed.length > 0; i--)
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        return changed;
    }

    private static byte[] images(int magic, int count, int height, int width, int bytes) {
        ByteBuffer buffer = ByteBuffer.allocate(16 + bytes).putInt(magic).putInt(count).putInt(height).putInt(width);
        for (int i = 0; i < bytes; i++)
            buffer.put((byte) i);
        return buffer.array();
    }

    private static byte[] labels(int magic, int count, int... labels) {
        ByteBuffer buffer = ByteBuffer.allocate(8 + labels.length).putInt(magic).putInt(count);
        for (int label : labels)
            buffer.put((byte) label);
        return buffer.array();
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
