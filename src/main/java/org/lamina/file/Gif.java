package org.lamina.file;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/// Animations as GIF files that play for ever.
public final class Gif {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    /// Nothing of a frame is taken away before the next.
    private static final String STAYS = "doNotDispose";

    private Gif() {}

    /// @param frames all of one size; each asked for once, in their order
    /// @param hundredths of a second that each is shown
    /// @throws IOException where it cannot be written; what was there before is still there
    public static void write(Path file, List<BufferedImage> frames, int hundredths) throws IOException {
        WholeFile.write(file, draft -> {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
            try (ImageOutputStream out = ImageIO.createImageOutputStream(draft.toFile())) {
                if (out == null)
                    throw new IOException("the file cannot be written");
                writer.setOutput(out);
                write(writer, frames, hundredths);
            } finally {
                writer.dispose();
            }
        });
    }

    private static void write(ImageWriter writer, List<BufferedImage> frames, int hundredths) throws IOException {
        writer.prepareWriteSequence(null);
        for (int i = 0; i < frames.size(); i++) {
            BufferedImage frame = frames.get(i);
            IIOMetadata metadata = writer
                    .getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
            metadata.mergeTree(FORMAT, described(hundredths, i == 0));
            writer.writeToSequence(new IIOImage(frame, null, metadata), null);
        }
        writer.endWriteSequence();
    }

    private static IIOMetadataNode described(int hundredths, boolean first) {
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", STAYS);
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", String.valueOf(hundredths));
        root.appendChild(control);
        if (first)
            root.appendChild(forEver());
        return root;
    }

    /// Netscape's looping extension, with no limit.
    private static IIOMetadataNode forEver() {
        IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
        extension.setAttribute("applicationID", "NETSCAPE");
        extension.setAttribute("authenticationCode", "2.0");
        extension.setUserObject(new byte[]{1, 0, 0});
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        extensions.appendChild(extension);
        return extensions;
    }
}
