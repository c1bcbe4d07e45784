package org.lamina.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests may run as root, to whom permissions deny nothing; what no one can write is a place below a file, and a device
/// that is always full.
class WholeFileTest {
    private static final Path FULL = Path.of("/dev/full");
    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("kept.txt"), "old");
    }

    private static String reason(Path target) {
        try {
            WholeFile.write(target, NEW);
        } catch (IOException e) {
            return Trouble.reason(e);
        }
        throw new AssertionError(target + " was written");
    }

    @Test
    void newContentTakesThePlaceOfTheOld() throws IOException {
        WholeFile.write(file, NEW);
        WholeFile.write(folder.resolve("other.txt"), NEW);
        assertThat(file).hasContent("new");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("kept.txt", "other.txt");
    }

    @Test
    void linkStaysALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
        WholeFile.write(link, NEW);
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void placeThatCannotBeWrittenIsToldInPlainWords() {
        assertThat(reason(file.resolve("below.txt"))).isEqualTo("a file is where a folder is needed");
        assertThat(reason(folder.resolve("no/such.txt"))).isEqualTo("there is no such file or folder");
        assertThat(reason(folder)).isEqualTo("it is a folder or a device, not a file");
    }

    @Test
    void deviceIsNotReplacedByAFile() {
        assumeThat(FULL).as("this system has no device that is always full").exists();
        assertThat(reason(FULL)).isEqualTo("it is a folder or a device, not a file");
        assertThat(Files.isRegularFile(FULL)).isFalse();
    }

    /// The draft leads to a device that is always full.
    @Test
    void fullDiskLosesNothingAndLeavesNothing() throws IOException {
        assumeThat(FULL).as("this system has no device that is always full").exists();
        Files.createSymbolicLink(folder.resolve(".kept.txt.part"), FULL);
        assertThat(reason(file)).isEqualTo("the disk is full");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("kept.txt");
    }

    @Test
    void workThatThrowsLosesNothing() {
        assertThatThrownBy(() -> WholeFile.write(file, draft -> {
            Files.writeString(draft, "half");
            throw new IllegalStateException("broken");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("kept.txt");
    }

    @Test
    void pictureIsWrittenWhole() throws IOException {
        Path png = folder.resolve("a.png");
        Png.write(png, new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB));
        assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(3);
        assertThatThrownBy(() -> Png.write(file.resolve("a.png"), new BufferedImage(1, 1, 1)))
                .isInstanceOf(IOException.class);
    }
}
