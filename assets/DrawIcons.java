import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Draws `icon.svg` in every size that the window and the installers need: `java assets/DrawIcons.java`, from anywhere.
/// Of SVG it knows what the icon uses: `rect` with `rx`, `polygon`, `circle` and `fill`, on a square of 512.
class DrawIcons {
    private static final int VIEW = 512;
    private static final List<Integer> WINDOW = List.of(16, 32, 48, 64, 128, 256);
    /// Types of PNG entries in an .icns file, by size.
    private static final Map<Integer, String> ICNS = new LinkedHashMap<>(Map.of(16, "icp4", 32, "icp5", 64, "icp6",
            128, "ic07", 256, "ic08", 512, "ic09"));

    private NodeList elements;

    void main(String[] args) throws Exception {
        Path assets = Path.of(System.getProperty("jdk.launcher.sourcefile",
                args.length > 0 ? args[0] : "assets/DrawIcons.java")).toAbsolutePath().getParent();
        elements = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(assets.resolve("icon.svg").toFile()).getDocumentElement().getElementsByTagName("*");
        Path window = assets.resolveSibling("src/main/resources/org/lamina/ui");
        for (int size : WINDOW)
            Files.write(window.resolve("icon-" + size + ".png"), png(size));
        Files.write(assets.resolve("icon.png"), png(VIEW));
        Files.write(assets.resolve("icon.ico"), ico());
        Files.write(assets.resolve("icon.icns"), icns());
    }

    private byte[] png(int size) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale((double) size / VIEW, (double) size / VIEW);
        for (int i = 0; i < elements.getLength(); i++)
            if (elements.item(i) instanceof Element element && element.hasAttribute("fill")) {
                graphics.setColor(Color.decode(element.getAttribute("fill")));
                graphics.fill(shape(element));
            }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static Shape shape(Element e) {
        return switch (e.getTagName()) {
            case "rect" -> new RoundRectangle2D.Double(number(e, "x"), number(e, "y"), number(e, "width"),
                    number(e, "height"), 2 * number(e, "rx"), 2 * number(e, "rx"));
            case "circle" -> new Ellipse2D.Double(number(e, "cx") - number(e, "r"), number(e, "cy") - number(e, "r"),
                    2 * number(e, "r"), 2 * number(e, "r"));
            case "polygon" -> polygon(e.getAttribute("points").trim().split("[ ,]+"));
            default -> throw new IllegalArgumentException("cannot draw <" + e.getTagName() + ">");
        };
    }

    private static Shape polygon(String[] numbers) {
        Path2D path = new Path2D.Double();
        path.moveTo(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
        for (int i = 2; i < numbers.length; i += 2)
            path.lineTo(Double.parseDouble(numbers[i]), Double.parseDouble(numbers[i + 1]));
        path.closePath();
        return path;
    }

    private static double number(Element e, String attribute) {
        return Double.parseDouble(e.getAttribute(attribute));
    }

    /// Windows: a directory of 16 bytes an entry, then the PNGs.
    private byte[] ico() throws IOException {
        int at = 6 + 16 * WINDOW.size();
        ByteBuffer directory = ByteBuffer.allocate(at).order(ByteOrder.LITTLE_ENDIAN);
        directory.putShort((short) 0).putShort((short) 1).putShort((short) WINDOW.size());
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        for (int size : WINDOW) {
            byte[] png = png(size);
            directory.put((byte) size).put((byte) size).putShort((short) 0).putShort((short) 1).putShort((short) 32)
                    .putInt(png.length).putInt(at + pictures.size());
            pictures.write(png);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(directory.array());
        pictures.writeTo(file);
        return file.toByteArray();
    }

    /// macOS: entries of type, length and PNG after a head of the same form.
    private byte[] icns() throws IOException {
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        for (int size : ICNS.keySet().stream().sorted().toList()) {
            byte[] png = png(size);
            entries.write(ICNS.get(size).getBytes());
            entries.write(ByteBuffer.allocate(4).putInt(8 + png.length).array());
            entries.write(png);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write("icns".getBytes());
        file.write(ByteBuffer.allocate(4).putInt(8 + entries.size()).array());
        entries.writeTo(file);
        return file.toByteArray();
    }
}
