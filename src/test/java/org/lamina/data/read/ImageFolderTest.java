package org.lamina.data.read;

import static java.awt.image.BufferedImage.TYPE_4BYTE_ABGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_BINARY;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_BYTE_INDEXED;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static java.awt.image.BufferedImage.TYPE_USHORT_GRAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        write("cat/one.PNG", "png", plain(TYPE_INT_RGB, 5, 3, RED));
        write("dog/two.Jpeg", "jpg", plain(TYPE_INT_RGB, 9, 9, 0xffffff));
        write("dog/.hidden.png", "png", plain(TYPE_INT_RGB, 9, 9, 0));
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
            write(file, "png", plain(TYPE_BYTE_GRAY, 2, 2, RED));
        DataSet set = open(Channels.GREY, Resize.FIT, 2);
        assertThat(List.of(set.info().samples(), set.heldOut())).containsExactly(3, 1);
    }

    @ParameterizedTest
    @CsvSource({"CROP, 1 1 1 1", "STRETCH, 1 1 1 1", "FIT, 0 1 1 0"})
    void widePictureIsBroughtToASquare(Resize resize, String rows) throws Exception {
        write("a/1.png", "png", plain(TYPE_INT_RGB, 8, 4, 0xffffff));
        float[] grey = input(open(Channels.GREY, resize, 4), 0);
        String seen = IntStream.range(0, 4).mapToObj(y -> Words.number(grey[4 * y])).collect(Collectors.joining(" "));
        assertThat(seen).isEqualTo(rows);
    }

    @Test
    void colourBecomesGreyByItsBrightness() throws Exception {
        write("a/1.png", "png", plain(TYPE_INT_RGB, 4, 4, RED));
        assertThat(input(open(Channels.GREY, Resize.CROP, 1), 0)).containsExactly(76 / 255f);
    }

    /// One colour each, and what of it is read: red, green, blue.
    private static Stream<Arguments> kinds() {
        return Stream.of(arguments("grey", picture(TYPE_BYTE_GRAY, 128), 128, 128, 128),
                arguments("16-bit grey", picture(TYPE_USHORT_GRAY, 128 << 8 | 128), 128, 128, 128),
                arguments("16-bit colour", picture(deep(), 200 << 8, 100 << 8, 50 << 8), 200, 100, 50),
                arguments("grey, half transparent", picture(greyAlpha(), 128, 128), 64, 64, 64),
                arguments("grey, opaque", picture(greyAlpha(), 128, 255), 128, 128, 128),
                arguments("colour, half transparent", picture(TYPE_4BYTE_ABGR, 200, 100, 50, 128), 100, 50, 25),
                arguments("colour, transparent", picture(TYPE_4BYTE_ABGR, 200, 100, 50, 0), 0, 0, 0),
                arguments("palette", palette(new Color(200, 100, 50)), 200, 100, 50),
                arguments("black and white", plain(TYPE_BYTE_BINARY, 7, 5, 0xffffff), 255, 255, 255),
                arguments("one pixel", plain(TYPE_INT_RGB, 1, 1, 0xc86432), 200, 100, 50),
                arguments("a line", plain(TYPE_INT_RGB, 900, 1, 0xc86432), 200, 100, 50));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void pictureOfEveryKindKeepsItsColour(String kind, BufferedImage picture, int red, int green, int blue)
            throws Exception {
        write("a/odd.png", "png", picture);
        DataSet set = open(Channels.COLOUR, Resize.CROP, 4);
        assertThat(set.warnings()).as(kind).isEmpty();
        float[] seen = input(set, 0);
        for (int i = 0; i < seen.length; i++)
            assertThat(seen[i]).as("%s, value %d", kind, i)
                    .isCloseTo(new int[]{red, green, blue}[i % 3] / 255f, within(1.01f / 255));
    }

    @Test
    void contentCountsAndNotTheEndingOfTheName() throws Exception {
        write("a/really-gif.png", "gif", plain(TYPE_INT_RGB, 4, 4, 0xffffff));
        write("a/really-png.jpg", "png", plain(TYPE_INT_RGB, 4, 4, 0xffffff));
        DataSet set = open(Channels.GREY, Resize.CROP, 2);
        assertThat(set.warnings()).isEmpty();
        assertThat(input(set, 1)).containsOnly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void pictureThatIsCutOffIsNamedAndLeftOut(String format) throws Exception {
        write("a/whole." + format, format, noise());
        byte[] whole = Files.readAllBytes(folder.resolve("a/whole." + format));
        Files.write(folder.resolve("a/cut." + format), Arrays.copyOf(whole, whole.length / 2));
        DataSet set = open(Channels.GREY, Resize.CROP, 8);
        assertThat(set.info().samples()).isEqualTo(1);
        assertThat(set.warnings()).singleElement().asString().contains("cut." + format).contains("cut off");
    }

    /// Adobe's marker says that the four components are inks, and Adobe stores them inverted.
    @Test
    void pictureInTheColoursOfPrintIsReadInThoseOfTheScreen() throws Exception {
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 8, 8, 4, null);
        for (int i = 0; i < 64; i++)
            inks.setPixel(i % 8, i / 8, new int[]{255, 128, 64, 128});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriter jpeg = ImageIO.getImageWritersByFormatName("jpeg").next();
            jpeg.setOutput(out);
            jpeg.write(new IIOImage(inks, null, null));
        }
        Files.createDirectories(folder.resolve("a"));
        Files.write(folder.resolve("a/print.jpg"),
                withSegment(bytes.toByteArray(), "ffee000e41646f626500640000000000"));
        float[] seen = input(open(Channels.COLOUR, Resize.CROP, 2), 0);
        assertThat(List.of(Math.round(255 * seen[0]), Math.round(255 * seen[1]), Math.round(255 * seen[2])))
                .containsExactly(128, 64, 32);
    }

    /// The stored picture is white at its top left; how the camera was held says where that belongs.
    @ParameterizedTest
    @CsvSource({"0, 1 0 0 0", "1, 1 0 0 0", "2, 0 1 0 0", "3, 0 0 0 1", "4, 0 0 1 0", "5, 1 0 0 0", "6, 0 1 0 0",
            "7, 0 0 0 1", "8, 0 0 1 0", "9, 1 0 0 0"})
    void photographIsTurnedAsTheCameraWasHeld(int orientation, String expected) throws Exception {
        BufferedImage stored = new BufferedImage(32, 32, TYPE_INT_RGB);
        for (int i = 0; i < 256; i++)
            stored.setRGB(i % 16, i / 16, 0xffffff);
        write("a/photo.jpg", "jpg", stored);
        String exif = "ffe10022" + "457869660000" + "49492a0008000000" + "0100" + "12010300" + "01000000"
                + "%02x000000".formatted(orientation) + "00000000";
        Path photo = folder.resolve("a/photo.jpg");
        Files.write(photo, withSegment(Files.readAllBytes(photo), exif));
        float[] seen = input(open(Channels.GREY, Resize.CROP, 2), 0);
        assertThat(IntStream.range(0, 4).mapToObj(i -> String.valueOf(Math.round(seen[i])))
                .collect(Collectors.joining(" "))).isEqualTo(expected);
    }

    /// The file with a segment more at its beginning.
    private static byte[] withSegment(byte[] jpeg, String hex) {
        byte[] segment = HexFormat.of().parseHex(hex);
        return ByteBuffer.allocate(jpeg.length + segment.length).put(jpeg, 0, 2).put(segment)
                .put(jpeg, 2, jpeg.length - 2).array();
    }

    @Test
    void pictureWithAbsurdSizeIsLeftOutWithoutReadingIt() throws Exception {
        write("a/good.png", "png", plain(TYPE_INT_RGB, 2, 2, RED));
        write("a/huge.png", "png", plain(TYPE_INT_RGB, 2, 2, RED));
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
                .hasMessageContaining("None of 1 picture can be read").hasMessageContaining("1.gif");
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

    /// A picture of one colour, given by the raw values of its bands.
    private static BufferedImage picture(int type, int... values) {
        return filled(new BufferedImage(6, 5, type), values);
    }

    private static BufferedImage picture(ColorModel colours, int... values) {
        return filled(new BufferedImage(colours, colours.createCompatibleWritableRaster(6, 5), false, null), values);
    }

    private static BufferedImage filled(BufferedImage picture, int... values) {
        for (int i = 0; i < 30; i++)
            picture.getRaster().setPixel(i % 6, i / 6, values);
        return picture;
    }

    private static ColorModel greyAlpha() {
        return new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false,
                Transparency.TRANSLUCENT, DataBuffer.TYPE_BYTE);
    }

    private static ColorModel deep() {
        return new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE,
                DataBuffer.TYPE_USHORT);
    }

    private static BufferedImage palette(Color colour) {
        byte[] red = {0, (byte) colour.getRed()};
        byte[] green = {0, (byte) colour.getGreen()};
        byte[] blue = {0, (byte) colour.getBlue()};
        return filled(new BufferedImage(6, 5, TYPE_BYTE_INDEXED, new IndexColorModel(8, 2, red, green, blue)), 1);
    }

    private static BufferedImage noise() {
        BufferedImage picture = new BufferedImage(64, 64, TYPE_INT_RGB);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 64 * 64; i++)
            picture.setRGB(i % 64, i / 64, random.nextInt());
        return picture;
    }
}
