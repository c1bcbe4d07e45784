package org.lamina.ui.take;

import java.awt.image.BufferedImage;
import javafx.scene.Node;
import org.lamina.app.Numbers;

/// A view, or a part of one, that a person can take away. The drawer finds all that lie in its tab, one within another.
public interface Takeaway {

    /// What it is, in words that also name its files: `Kernels of Conv 1`.
    String subject();

    /// What is pictured: whole, also where a part of it is scrolled out of sight.
    Node pictured();

    /// What is shown, in numbers; [Numbers#NONE] while nothing is, and then there is no picture either.
    Numbers numbers();

    /// Its picture as it is now.
    default Take<BufferedImage> picture() {
        return Snapshot.of(pictured());
    }

    /// A drawing of it as it is now, to stay sharp at any size: SVG.
    default Take<byte[]> drawing() {
        return Svg.of(pictured(), subject());
    }
}
