package org.lamina.ui.maps;

import java.nio.IntBuffer;
import java.util.function.Consumer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.lamina.app.colour.Mosaic;
import org.lamina.app.colour.Picture;

/// A picture drawn straight into pixels and enlarged without smoothing.
final class Pixels extends ImageView {

    private int[] argb = new int[0];
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private int width;
    private int height;

    Pixels() {
        setSmooth(false);
    }

    /// Draws a mosaic.
    void draw(Mosaic mosaic, Mosaic.Paint paint) {
        draw(mosaic.width(), mosaic.height(), pixels -> mosaic.draw(paint, pixels));
    }

    void draw(Picture picture) {
        draw(picture.width(), picture.height(),
                pixels -> System.arraycopy(picture.pixels(), 0, pixels, 0, picture.pixels().length));
    }

    void draw(int newWidth, int newHeight, Consumer<int[]> drawing) {
        PixelBuffer<IntBuffer> target = buffer;
        if (target == null || newWidth != width || newHeight != height)
            target = resize(newWidth, newHeight);
        target.updateBuffer(_ -> {
            drawing.accept(argb);
            return null;
        });
    }

    /// Enlarges to fit; by a whole number where that is possible, so that all pixels are equally large.
    void fit(double roomWidth, double roomHeight) {
        double scale = Math.min(roomWidth / Math.max(1, width), roomHeight / Math.max(1, height));
        double even = scale >= 1 ? Math.floor(scale) : scale;
        setFitWidth(Math.max(1, width * even));
        setFitHeight(Math.max(1, height * even));
    }

    /// How much a pixel is enlarged.
    double scale() {
        return width == 0 ? 1 : getFitWidth() / width;
    }

    private PixelBuffer<IntBuffer> resize(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        argb = new int[width * height];
        PixelBuffer<IntBuffer> made = new PixelBuffer<>(width, height, IntBuffer.wrap(argb),
                PixelFormat.getIntArgbPreInstance());
        buffer = made;
        setImage(new WritableImage(made));
        return made;
    }
}
