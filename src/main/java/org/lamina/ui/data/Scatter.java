package org.lamina.ui.data;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.lamina.app.DataPreview;
import org.lamina.ui.theme.Theme;

/// Points of a plane in the colours of their classes.
final class Scatter extends Canvas {

    private static final double SIZE = 260;
    private static final double MARGIN = 12;
    private static final double DOT = 4;

    Scatter(DataPreview.Points points, Theme theme) {
        super(SIZE, SIZE);
        double reach = 1e-6;
        for (int i = 0; i < points.x().length; i++)
            reach = Math.max(reach, Math.max(Math.abs(points.x()[i]), Math.abs(points.y()[i])));
        double scale = (SIZE / 2 - MARGIN) / reach;
        GraphicsContext g = getGraphicsContext2D();
        frame(g, theme);
        for (int i = 0; i < points.x().length; i++) {
            g.setFill(Color.web(theme.series().get(points.label()[i] % theme.series().size()), 0.8));
            g.fillOval(SIZE / 2 + points.x()[i] * scale - DOT / 2, SIZE / 2 - points.y()[i] * scale - DOT / 2, DOT,
                    DOT);
        }
    }

    private static void frame(GraphicsContext g, Theme theme) {
        g.setStroke(Color.web(theme.line()));
        g.strokeRect(0.5, 0.5, SIZE - 1, SIZE - 1);
        g.strokeLine(SIZE / 2, 0, SIZE / 2, SIZE);
        g.strokeLine(0, SIZE / 2, SIZE, SIZE / 2);
    }
}
