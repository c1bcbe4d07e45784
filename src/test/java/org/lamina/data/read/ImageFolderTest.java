package org.lamina.data.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamina.data.DataException;
import org.lamina.data.DataInfo;
import org.lamina.data.DataSet;
import org.lamina.data.Progress;
import org.lamina.data.Target;
import org.lamina.data.read.ImageFolder.Channels;
import org.lamina.data.read.ImageFolder.Resize;
import org.lamina.spec.Words;
import org.lamina.tensor.Shape;

class ImageFolderTest {
    private static final int RED = 0xff0000;

    @TempDir
    private Path folder;

    @Test
    void foldersAreTheClassesAndBrokenPicturesAreNamed() throws Exception {
        write("cat/one.PNG", "png", plain(BufferedImage.TYPE_INT_RGB, 5, 3, RED));
        write("dog/two.Jpeg", "jpg", plain(BufferedImage.TYPE_INT_RGB, 9, 9, 0xffffff));
        write("dog/.hidden.png", "png", plain(BufferedImage.TYPE_INT_RGB, 9, 9, 0));
        Files.writeString(folder.resolve("dog/broken.png"), "no picture");
        Files.writeString(folder.resolve("dog/notes.txt"), "not even named like one");
        DataSet set = open(Channels.COLOUR, Resize.CROP, 2);
        assertThat(set.info()).isEqualTo(
                new DataInfo(Shape.image(3, 2, 2), new Target.Classes(List.of("cat", "dog")), 2));
        assertThat(input(set, 0)).containsExactly(1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0);
        assertThat(set.warnings()).singleElement().asString().contains("broken.png")
                .contains("it is no PNG, JPEG, GIF or BMP picture");
    }

    @Test
    void testFolderIsSetAside() throws Exception {
        for (String file : List.of("train/a/1.png", "train/b/1.png", "Test/a/2.png"))
            write(file, "png", plain(BufferedImage.TYPE_BYTE_GRAY, 2, 2, RED));
        DataSet set = open(Channels.GREY, Resize.FIT, 2);
        assertThat(List.of(set.info().samples(), set.heldOut())).containsExactly(3, 1);
    }

    @ParameterizedTest
    @CsvSource({"CROP, 1 1 1 1", "STRETCH, 1 1 1 1", "FIT, 0 1 1 0"})
    void widePictureIsBroughtToASquare(Resize resize, String rows) throws Exception {
        write("a/1.png", "png", plain(BufferedImage.TYPE_INT_RGB, 8, 4, 0xffffff));
        float[] grey = input(open(Channels.GREY, resize, 4), 0);
        String seen = IntStream.range(0, 4).mapToObj(y -> Words.number(grey[4 * y])).collect(Collectors.joining(" "));
        assertThat(seen).isEqualTo(rows);
    }

    @Test
    void colourBecomesGreyByItsBrightness() throws Exception {
        write("a/1.png", "png", plain(BufferedImage.TYPE_INT_RGB, 4, 4, RED));
        assertThat(input(open(Channels.GREY, Resize.CROP, 1), 0)).containsExactly(76 / 255f);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 1, 900", "12, 700, 2", "11, 3, 3", "10, 16, 16", "2, 5, 5", "6, 5, 5", "13, 4, 4"})
    void oddPicturesAreRead(int type, int width, int height) throws Exception {
        write("a/odd.png", "png", new BufferedImage(width, height, type));
        DataSet set = open(Channels.COLOUR, Resize.CROP, 8);
        assertThat(set.warnings()).isEmpty();
        assertThat(input(set, 0)).hasSize(192).containsOnly(0);
    }

    @Test
    void pictureWithAbsurdSizeIsLeftOutWithoutReadingIt() throws Exception {
        write("a/good.png", "png", plain(BufferedImage.TYPE_INT_RGB, 2, 2, RED));
        write("a/huge.png", "png", plain(BufferedImage.TYPE_INT_RGB, 2, 2, RED));
        byte[] png = Files.readAllBytes(folder.resolve("a/huge.png"));
        Arrays.fill(png, 17, 19, (byte) 0x7f);
        Arrays.fill(png, 21, 23, (byte) 0x7f);
        Files.write(folder.resolve("a/huge.png"), png);
        DataSet set = open(Channels.GREY, Resize.CROP, 2);
        assertThat(set.info().samples()).isEqualTo(1);
        assertThat(set.warnings()).singleElement().asString().contains("huge.png");
    }

    @Test
    void folderWithoutPicturesIsRefused() throws Exception {
        Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> open(Channels.GREY, Resize.CROP, 2)).isInstanceOf(DataException.class)
                .hasMessageContaining("holds no folder with a PNG, JPEG, GIF or BMP picture");
        Files.writeString(folder.resolve("empty/1.gif"), "GIF89a");
        assertThatThrownBy(() -> open(Channels.GREY, Resize.CROP, 2)).isInstanceOf(DataException.class)
                .hasMessageContaining("None of the 1 pictures can be read").hasMessageContaining("1.gif");
    }

    private DataSet open(Channels channels, Resize resize, int side) throws DataException {
        return new ImageFolder(folder.toString(), side, side, channels, resize).open(Path.of(""), Progress.NONE);
    }

    private static float[] input(DataSet set, int sample) {
        float[] input = new float[(int) set.info().input().elements()];
        set.input(sample, input, 0);
        return input;
    }

    private void write(String name, String format, BufferedImage picture) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, format, file.toFile());
    }

    private static BufferedImage plain(int type, int width, int height, int colour) {
        BufferedImage picture = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                picture.setRGB(x, y, colour);
        return picture;
    }
}
