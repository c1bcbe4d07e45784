package org.lamina.ui.maps;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.lamina.app.colour.Mosaic;
import org.lamina.app.colour.Picture;
import org.lamina.app.colour.Scale;

/// A picture of coloured cells. Each is enlarged by a whole factor before the toolkit sees it, for the toolkit's own
/// enlarging blurs: a cell is a sharp square of whole pixels of the display. What is drawn again and has not changed costs
/// no frame.
public final class Pixels extends ImageView {

    private int[] cells = new int[0];
    /// Those that the display has.
    private int[] shown = new int[0];
    private int width;
    private int height;

    /// Side of a cell, in pixels of the image.
    private int factor = 1;

    private int[] enlarged = new int[0];
    private @Nullable PixelBuffer<IntBuffer> buffer;

    /// Draws a mosaic.
    public void draw(Mosaic mosaic, Mosaic.Paint paint) {
        draw(mosaic.width(), mosaic.height(), pixels -> mosaic.draw(paint, pixels));
    }

    public void draw(Picture picture) {
        draw(picture.width(), picture.height(),
                pixels -> System.arraycopy(picture.pixels(), 0, pixels, 0, picture.pixels().length));
    }

    /// Draws the colours of a scale, the least on the left.
    void draw(Scale scale, int steps, int rows) {
        draw(steps, rows, pixels -> {
            for (int i = 0; i < pixels.length; i++)
                pixels[i] = scale.at(i % steps / (steps - 1.0));
        });
    }

    public void draw(int newWidth, int newHeight, Consumer<int[]> drawing) {
        if (newWidth != width || newHeight != height) {
            width = newWidth;
            height = newHeight;
            cells = new int[width * height];
            shown = new int[width * height];
            factor = 1; // that of another size may make it huge
            buffer = null;
        }
        drawing.accept(cells);
        if (buffer == null || !Arrays.equals(cells, shown))
            update();
    }

    /// Fits into a room: enlarged by a whole number of the display's pixels, or made smaller where it must be.
    public void fit(double roomWidth, double roomHeight) {
        double display = display();
        double scale = Math.min(roomWidth / Math.max(1, width), roomHeight / Math.max(1, height)) * display;
        int wanted = Math.max(1, (int) scale);
        if (wanted != factor) {
            factor = wanted;
            buffer = null;
            update();
        }
        setSmooth(scale < 1);
        double side = Math.min(wanted, scale) / display;
        setFitWidth(Math.max(1, width * side));
        setFitHeight(Math.max(1, height * side));
    }

    /// Side of a cell on screen.
    public double scale() {
        return width == 0 ? 1 : getFitWidth() / width;
    }

    /// Pixels of the display for one of the scene.
    public double display() {
        return getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getRenderScaleX();
    }

    private void update() {
        if (width * height == 0)
            return;
        System.arraycopy(cells, 0, shown, 0, cells.length);
        PixelBuffer<IntBuffer> target = buffer == null ? resize() : buffer;
        target.updateBuffer(_ -> {
            enlarge();
            return null;
        });
    }

    private void enlarge() {
        int row = width * factor;
        for (int y = 0; y < height; y++) {
            int first = y * factor * row;
            for (int x = 0; x < width; x++)
                Arrays.fill(enlarged, first + x * factor, first + (x + 1) * factor, cells[y * width + x]);
            for (int copy = 1; copy < factor; copy++)
                System.arraycopy(enlarged, first, enlarged, first + copy * row, row);
        }
    }

    private PixelBuffer<IntBuffer> resize() {
        enlarged = new int[width * height * factor * factor];
        PixelBuffer<IntBuffer> made = new PixelBuffer<>(width * factor, height * factor, IntBuffer.wrap(enlarged),
                PixelFormat.getIntArgbPreInstance());
        buffer = made;
        setImage(new WritableImage(made));
        return made;
    }
}
