package org.lamina.ui.take;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.transform.NonInvertibleTransformException;
import javafx.scene.transform.Transform;

/// A picture of a part of the window at its true size, twice as fine as on screen. It is drawn strip by strip.
public final class Snapshot implements Take<BufferedImage> {

    private static final double FINENESS = 2;
    /// Pixels of a picture; what is larger is taken less fine.
    private static final double MOST = 32e6;
    /// Nanoseconds that a strip should take to draw.
    private static final double STRIP = 8e6;
    private static final int LEAST_ROWS = 32;

    private final Node node;
    private final Paint ground;
    private final Transform toPixels;
    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final List<WritableImage> strips = new ArrayList<>();
    private int drawn;
    private int rows = LEAST_ROWS;

    private Snapshot(Node node, Paint ground) {
        this.node = node;
        this.ground = ground;
        Bounds size = node.getBoundsInLocal();
        double fineness = Math.min(FINENESS, Math.sqrt(MOST / Math.max(1, size.getWidth() * size.getHeight())));
        toPixels = Transform.scale(fineness, fineness);
        left = (int) Math.floor(fineness * size.getMinX());
        top = (int) Math.floor(fineness * size.getMinY());
        width = (int) Math.max(1, Math.ceil(fineness * size.getMaxX()) - left);
        height = (int) Math.max(1, Math.ceil(fineness * size.getMaxY()) - top);
    }

    /// A picture of a node on the ground that it stands on.
    public static Snapshot of(Node node) {
        settle(node);
        return new Snapshot(node, ground(node));
    }

    /// A picture of a node alone.
    static Snapshot alone(Node node) {
        return new Snapshot(node, Color.TRANSPARENT);
    }

    /// Gives everything in a node its looks and its place.
    static void settle(Node node) {
        if (node instanceof Parent parent) {
            parent.applyCss();
            parent.layout();
        }
    }

    @Override
    public boolean read() {
        long begin = System.nanoTime();
        int count = Math.min(rows, height - drawn);
        SnapshotParameters how = new SnapshotParameters();
        how.setFill(ground);
        how.setTransform(toPixels.createConcatenation(fromParent(node)));
        how.setViewport(new Rectangle2D(left, top + drawn, width, count));
        strips.add(node.snapshot(how, null));
        drawn += count;
        double faster = STRIP / Math.max(1, System.nanoTime() - begin);
        rows = (int) Math.max(LEAST_ROWS, rows * Math.clamp(faster, 0.25, 2));
        return drawn < height;
    }

    /// A node is drawn as it lies in its parent; where it moves meanwhile, say with the sight, the picture stays.
    private static Transform fromParent(Node node) {
        try {
            return node.getLocalToParentTransform().createInverse();
        } catch (NonInvertibleTransformException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public BufferedImage made() {
        BufferedImage whole = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) whole.getRaster().getDataBuffer()).getData();
        int at = 0;
        for (WritableImage strip : strips) {
            int count = (int) strip.getHeight();
            strip.getPixelReader().getPixels(0, 0, width, count, PixelFormat.getIntArgbPreInstance(), pixels, at,
                    width);
            at += width * count;
        }
        return whole;
    }

    /// The first solid colour behind a node.
    static Paint ground(Node node) {
        for (Node at = node; at != null; at = at.getParent())
            if (at instanceof Region region && region.getBackground() != null)
                for (BackgroundFill fill : region.getBackground().getFills().reversed())
                    if (fill.getFill() instanceof Color colour && colour.isOpaque())
                        return colour;
        return node.getScene() == null ? Color.WHITE : node.getScene().getFill();
    }
}
