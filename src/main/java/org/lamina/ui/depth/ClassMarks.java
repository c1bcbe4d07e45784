package org.lamina.ui.depth;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.lamina.ui.theme.Theme;

/// A mark for each class: one of the theme's colours, which colour-blind people tell apart, and one of three shapes, so
/// that no two of 24 classes are alike. What is answered wrongly is hollow.
final class ClassMarks {

    private static final int SHAPES = 3;

    private ClassMarks() {}

    static Color colour(int category, Theme theme) {
        return Color.web(theme.series().get(category % theme.series().size()));
    }

    /// @param size across
    static void draw(GraphicsContext pen, int category, Theme theme, double x, double y, double size, boolean full) {
        Color colour = colour(category, theme);
        pen.setFill(colour);
        pen.setStroke(colour);
        pen.setLineWidth(1.5);
        double half = size / 2;
        switch (category % SHAPES) {
            case 0 -> {
                if (full)
                    pen.fillOval(x - half, y - half, size, size);
                else
                    pen.strokeOval(x - half, y - half, size, size);
            }
            case 1 -> polygon(pen, full, new double[]{x - half, x, x + half, x},
                    new double[]{y, y - half, y, y + half});
            default -> polygon(pen, full, new double[]{x - half, x, x + half},
                    new double[]{y + half, y - half, y + half});
        }
    }

    private static void polygon(GraphicsContext pen, boolean full, double[] x, double[] y) {
        if (full)
            pen.fillPolygon(x, y, x.length);
        else
            pen.strokePolygon(x, y, x.length);
    }

    /// A mark by itself, for a legend.
    static Canvas icon(int category, Theme theme) {
        Canvas icon = new Canvas(12, 12);
        draw(icon.getGraphicsContext2D(), category, theme, 6, 6, 9, true);
        return icon;
    }
}
