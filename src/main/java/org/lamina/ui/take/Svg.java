package org.lamina.ui.take;

import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;
import org.lamina.file.Png;

/// Drawings of parts of the window that stay sharp at any size (SVG 1.1): text stays text, lines and boxes stay such, and
/// what is made of pixels is put in as a picture. They are read node by node.
public final class Svg implements Take<byte[]> {

    private final Elements out = new Elements();
    private final SvgShapes shapes = new SvgShapes(out);
    /// What is still to be read, the next on top; what says so is asked again.
    private final Deque<BooleanSupplier> ahead = new ArrayDeque<>();
    private int clips;

    private Svg() {}

    /// Draws a node at its true size on the ground that it stands on.
    public static Svg of(Node node, String title) {
        Snapshot.settle(node);
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
        svg.then(svg.out::close);
        svg.content(node);
        return svg;
    }

    @Override
    public boolean read() {
        BooleanSupplier next = ahead.pop();
        if (next.getAsBoolean())
            ahead.push(next);
        return !ahead.isEmpty();
    }

    @Override
    public byte[] made() {
        return out.bytes();
    }

    private void then(Runnable once) {
        ahead.push(() -> {
            once.run();
            return false;
        });
    }

    private void draw(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0)
            return;
        String clip = clip(node.getClip());
        out.open("g", "id", node.getId(), "class",
                node.getStyleClass().isEmpty() ? null : node.getStyleClass().getFirst(),
                "transform", matrix(node.getLocalToParentTransform()), "opacity",
                node.getOpacity() < 1 ? node.getOpacity() : null, "clip-path", clip);
        then(out::close);
        content(node);
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
        parent.getChildrenUnmodifiable().reversed().forEach(child -> then(() -> draw(child)));
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
        Snapshot snapshot = Snapshot.alone(node);
        ahead.push(snapshot::read);
        picture(node, node.getBoundsInLocal(), snapshot::made);
    }

    private void picture(ImageView view, Image image) {
        BufferedImage copy = SwingFXUtils.fromFXImage(image, null);
        picture(view, view.getLayoutBounds(), () -> copy);
    }

    private void picture(Node node, Bounds place, Supplier<BufferedImage> pixels) {
        Supplier<String> png = () -> "data:image/png;base64,"
                + Base64.getEncoder().encodeToString(Png.bytes(pixels.get()));
        out.leaf("image", "x", place.getMinX(), "y", place.getMinY(), "width", place.getWidth(), "height",
                place.getHeight(), "preserveAspectRatio", "none", "image-rendering",
                node instanceof ImageView view && !view.isSmooth() ? "pixelated" : null, "xlink:href", png);
    }
}
