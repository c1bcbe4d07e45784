package org.lamina.ui.data;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.lamina.app.DataPreview;

/// The pictures of each class side by side, in one image a class.
final class Thumbnails {

    private static final int GAP = 2;
    private static final double LEAST_HEIGHT = 32;

    private Thumbnails() {}

    static List<Node> rows(DataPreview.Pictures pictures) {
        return pictures.argb().stream().map(row -> strip(pictures, row)).toList();
    }

    private static Node strip(DataPreview.Pictures pictures, List<int[]> row) {
        int step = pictures.width() + GAP;
        WritableImage image = new WritableImage(Math.max(1, row.size()) * step, pictures.height());
        for (int i = 0; i < row.size(); i++)
            image.getPixelWriter().setPixels(i * step, 0, pictures.width(), pictures.height(),
                    PixelFormat.getIntArgbInstance(), row.get(i), 0, pictures.width());
        return new Strip(image, step, Math.clamp(pictures.height(), LEAST_HEIGHT, 2 * LEAST_HEIGHT));
    }
}
