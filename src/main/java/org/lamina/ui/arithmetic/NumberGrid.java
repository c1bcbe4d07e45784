package org.lamina.ui.arithmetic;

import java.util.function.IntPredicate;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.lamina.app.colour.Scale;

/// Numbers in coloured cells, row by row; where there are too many to read, the colours alone.
final class NumberGrid extends Canvas {

    private static final int READABLE = 160;
    private static final double SMALL = 8;
    private static final double DARK = 0.45;
    private static final Color FAINT = Color.gray(0.5, 0.18);

    /// @param shown which cells are filled already
    /// @param padding which cells lie outside the input
    /// @param chosen the cell to frame; -1 for none
    void show(float[] values, int columns, IntPredicate shown, IntPredicate padding, int chosen, Font font,
            double gamma) {
        boolean words = values.length <= READABLE;
        double width = words ? Math.rint(font.getSize() * 3.9) : SMALL;
        double height = words ? Math.rint(font.getSize() * 1.9) : SMALL;
        setWidth(columns * width + 2);
        setHeight(Math.ceilDiv(values.length, columns) * height + 2);
        Scale scale = Scale.of(values).with(gamma);
        GraphicsContext to = getGraphicsContext2D();
        to.clearRect(0, 0, getWidth(), getHeight());
        to.setFont(font);
        to.setTextAlign(TextAlignment.CENTER);
        to.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < values.length; i++) {
            int row = i / columns;
            double x = 1 + i % columns * width;
            double y = 1 + row * height;
            boolean filled = shown.test(i) && !padding.test(i);
            Color colour = filled ? colour(scale.colour(values[i])) : FAINT;
            to.setFill(colour);
            to.fillRect(x, y, width - 1, height - 1);
            to.setFill(!filled ? Color.gray(0.5) : isDark(colour) ? Color.WHITE : Color.BLACK);
            if (words && shown.test(i))
                to.fillText(padding.test(i) ? "pad" : word(values[i]), x + width / 2, y + height / 2);
        }
        if (chosen >= 0)
            frame(to, chosen % columns, chosen / columns, width, height);
    }

    /// At most six signs, so that it fits its cell.
    private static String word(float value) {
        double size = Math.abs(value);
        if (value == 0 || size >= 1e4)
            return value == 0 ? "0" : "%.0e".formatted(value).replace("-", "−");
        String text = size < 1 ? "%.3f".formatted(value)
                : size < 10 ? "%.2f".formatted(value)
                        : size < 100 ? "%.1f".formatted(value) : "%.0f".formatted(value);
        return text.replace("-", "−");
    }

    /// White within black, so that it is seen on any colour.
    private static void frame(GraphicsContext to, int column, int row, double width, double height) {
        double x = 1 + column * width;
        double y = 1 + row * height;
        to.setLineWidth(3);
        to.setStroke(Color.BLACK);
        to.strokeRect(x + 0.5, y + 0.5, width - 2, height - 2);
        to.setLineWidth(1);
        to.setStroke(Color.WHITE);
        to.strokeRect(x + 0.5, y + 0.5, width - 2, height - 2);
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }

    private static boolean isDark(Color colour) {
        return 0.21 * colour.getRed() + 0.72 * colour.getGreen() + 0.07 * colour.getBlue() < DARK;
    }
}
