package org.lamina.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GifTest {

    @TempDir
    Path folder;

    private static BufferedImage frame(int at) {
        BufferedImage frame = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = frame.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(at, 0, 5, 10);
        pen.dispose();
        return frame;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void framesComeBackWithTheirTimesAndPlayForEver() throws Exception {
        List<BufferedImage> frames = List.of(frame(0), frame(5), frame(12));
        Path file = folder.resolve("a.gif");
        Gif.write(file, frames, 12);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(3);
            List<String> delays = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                assertThat(pixels(reader.read(i))).as("frame %d", i).isEqualTo(pixels(frames.get(i)));
                delays.add(part(reader, i, "GraphicControlExtension").getAttribute("delayTime"));
            }
            assertThat(delays).containsExactly("12", "12", "12");
            IIOMetadataNode loop = part(reader, 0, "ApplicationExtension");
            assertThat(loop.getAttribute("applicationID")).isEqualTo("NETSCAPE");
            assertThat((byte[]) loop.getUserObject()).containsExactly(1, 0, 0);
        }
    }

    private static IIOMetadataNode part(ImageReader reader, int frame, String name) throws Exception {
        IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(frame)
                .getAsTree("javax_imageio_gif_image_1.0");
        return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
    }
}
