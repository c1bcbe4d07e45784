package org.lamina.ui.take;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Drawings of parts of the window that stay sharp at any size (SVG 1.1): text stays text, lines and boxes stay such, and
/// what is made of pixels is put in as a picture.
public final class Svg {

    private static final double FINENESS = 2;

    private final Elements out = new Elements();
    private final SvgShapes shapes = new SvgShapes(out);
    private int clips;

    private Svg() {}

    /// Draws a node at its true size on the ground that it stands on.
    public static String of(Node node, String title) {
        if (node instanceof Parent parent) {
            parent.applyCss();
            parent.layout();
        }
        Bounds size = node.getBoundsInLocal();
        Svg svg = new Svg();
        svg.out.open("svg", "xmlns", "http://www.w3.org/2000/svg", "xmlns:xlink",
                "http://www.w3.org/1999/xlink", "width", size.getWidth(), "height",
                size.getHeight(), "viewBox", "%s %s %s %s".formatted(Elements.value(size.getMinX()),
                        Elements.value(size.getMinY()), Elements.value(size.getWidth()),
                        Elements.value(size.getHeight())))
                .open("title").words(title).close()
                .leaf("rect", "x", size.getMinX(), "y", size.getMinY(), "width", size.getWidth(), "height",
                        size.getHeight(), "fill", SvgShapes.colour(Snapshot.ground(node)));
        svg.content(node);
        return svg.out.close().toString();
    }

    private void draw(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0)
            return;
        String clip = clip(node.getClip());
        out.open("g", "id", node.getId(), "class",
                node.getStyleClass().isEmpty() ? null : node.getStyleClass().getFirst(),
                "transform", matrix(node.getLocalToParentTransform()), "opacity",
                node.getOpacity() < 1 ? node.getOpacity() : null, "clip-path", clip);
        content(node);
        out.close();
    }

    private void content(Node node) {
        switch (node) {
            case Shape shape -> shapes.draw(shape);
            case Region region -> {
                shapes.box(region);
                children(region);
            }
            case Parent parent -> children(parent);
            case ImageView view when view.getImage() != null && view.getViewport() == null ->
                picture(view, view.getImage());
            default -> picture(node);
        }
    }

    private void children(Parent parent) {
        parent.getChildrenUnmodifiable().forEach(this::draw);
    }

    /// @return what refers to it; null where nothing is cut off
    private @Nullable String clip(@Nullable Node clip) {
        if (!(clip instanceof Rectangle box))
            return null;
        String name = "clip-" + ++clips;
        out.open("clipPath", "id", name).leaf("rect", "x", box.getX() + box.getLayoutX(), "y",
                box.getY() + box.getLayoutY(), "width", box.getWidth(), "height", box.getHeight()).close();
        return "url(#" + name + ")";
    }

    private static @Nullable String matrix(Transform t) {
        if (t.isIdentity())
            return null;
        if (t.getMxx() == 1 && t.getMyy() == 1 && t.getMxy() == 0 && t.getMyx() == 0)
            return "translate(%s %s)".formatted(Elements.value(t.getTx()), Elements.value(t.getTy()));
        return "matrix(%s %s %s %s %s %s)".formatted(t.getMxx(), t.getMyx(), t.getMxy(), t.getMyy(), t.getTx(),
                t.getTy());
    }

    private void picture(Node node) {
        Bounds size = node.getLayoutBounds();
        if (size.getWidth() < 1 || size.getHeight() < 1)
            return;
        SnapshotParameters how = new SnapshotParameters();
        how.setFill(Color.TRANSPARENT);
        how.setTransform(Transform.scale(FINENESS, FINENESS));
        picture(node, node.snapshot(how, null));
    }

    private void picture(Node node, Image image) {
        Bounds size = node.getLayoutBounds();
        out.leaf("image", "x", size.getMinX(), "y", size.getMinY(), "width", size.getWidth(), "height",
                size.getHeight(), "preserveAspectRatio", "none", "image-rendering",
                node instanceof ImageView view && !view.isSmooth() ? "pixelated" : null, "xlink:href",
                png(SwingFXUtils.fromFXImage(image, null)));
    }

    private static String png(BufferedImage image) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
