package org.lamina.ui.take;

import java.awt.image.BufferedImage;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Transform;

/// Pictures of parts of the window, twice as fine as on screen.
public final class Snapshot {

    private static final double FINENESS = 2;
    /// Pixels of a picture; what is larger is taken less fine.
    private static final double MOST = 32e6;

    private Snapshot() {}

    /// Takes a picture of a node on the ground that it stands on.
    ///
    /// @param zoom how much larger than itself the node is drawn on screen; the picture is of its true size
    /// @return makes the pixels; any thread may ask
    public static Supplier<BufferedImage> of(Node node, double zoom) {
        Bounds size = node.getBoundsInParent();
        double fineness = FINENESS / zoom;
        double most = Math.sqrt(MOST / Math.max(1, size.getWidth() * size.getHeight()));
        SnapshotParameters how = new SnapshotParameters();
        double scale = Math.min(fineness, most);
        how.setTransform(Transform.scale(scale, scale));
        how.setFill(ground(node));
        WritableImage image = node.snapshot(how, null);
        return () -> SwingFXUtils.fromFXImage(image, null);
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
