package org.lamina.app;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// What a person draws on a square pad, white on black, a stroke at a time.
public final class Strokes {

    /// Of the square, in pixels.
    public static final int SIDE = 280;

    /// @param width of the pen, in pixels
    private record Stroke(Path2D way, float width, boolean erases) {}

    private final List<Stroke> strokes = new ArrayList<>();

    public boolean isEmpty() {
        return strokes.isEmpty();
    }

    /// Puts the pen, or the eraser, down.
    public void begin(double x, double y, double width, boolean erases) {
        Path2D way = new Path2D.Double();
        way.moveTo(x, y);
        way.lineTo(x, y);
        strokes.add(new Stroke(way, (float) width, erases));
    }

    /// Moves it.
    public void extend(double x, double y) {
        strokes.getLast().way.lineTo(x, y);
    }

    /// Takes the last stroke away.
    public void undo() {
        if (!strokes.isEmpty())
            strokes.removeLast();
    }

    public void clear() {
        strokes.clear();
    }

    public BufferedImage picture() {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (Stroke stroke : strokes) {
            pen.setColor(stroke.erases ? Color.BLACK : Color.WHITE);
            pen.setStroke(new BasicStroke(stroke.width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            pen.draw(stroke.way);
        }
        pen.dispose();
        return picture;
    }
}
