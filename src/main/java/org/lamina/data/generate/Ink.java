package org.lamina.data.generate;

import java.util.List;
import org.lamina.data.generate.Trace.Spot;

/// A square sheet on which pens leave ink with soft edges.
final class Ink {
    private final int side;
    private final double[] darkness;

    Ink(int side) {
        this.side = side;
        this.darkness = new double[side * side];
    }

    /// Draws a line with round ends.
    ///
    /// @param radii half the pen's width at each point, in pixels
    /// @param edge over how many pixels ink fades out
    void draw(List<Spot> points, double[] radii, double edge) {
        for (int i = 1; i < points.size(); i++)
            segment(points.get(i - 1), points.get(i), (radii[i - 1] + radii[i]) / 2, edge);
    }

    /// The sheet moved by whole pixels so that the ink's centre of mass lies in the middle; 0 is empty, 255 full.
    byte[] centred() {
        double mass = 1e-9;
        double massX = 0;
        double massY = 0;
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++) {
                double ink = darkness[y * side + x];
                mass += ink;
                massX += ink * (x + 0.5);
                massY += ink * (y + 0.5);
            }
        return moved((int) Math.round(side / 2.0 - massX / mass), (int) Math.round(side / 2.0 - massY / mass));
    }

    private byte[] moved(int right, int down) {
        byte[] pixels = new byte[darkness.length];
        for (int y = Math.max(0, down); y < Math.min(side, side + down); y++)
            for (int x = Math.max(0, right); x < Math.min(side, side + right); x++)
                pixels[y * side + x] = (byte) Math.round(255 * darkness[(y - down) * side + x - right]);
        return pixels;
    }

    private void segment(Spot from, Spot to, double radius, double edge) {
        double reach = radius + edge / 2 + 0.5;
        int left = (int) Math.max(0, Math.min(from.x(), to.x()) - reach);
        int right = (int) Math.min(side - 1, Math.max(from.x(), to.x()) + reach);
        int top = (int) Math.max(0, Math.min(from.y(), to.y()) - reach);
        int bottom = (int) Math.min(side - 1, Math.max(from.y(), to.y()) + reach);
        for (int y = top; y <= bottom; y++)
            for (int x = left; x <= right; x++) {
                double inside = (radius - distance(x + 0.5, y + 0.5, from, to)) / edge + 0.5;
                darkness[y * side + x] = Math.max(darkness[y * side + x], Math.clamp(inside, 0, 1));
            }
    }

    private static double distance(double x, double y, Spot from, Spot to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length2 = Math.max(1e-12, dx * dx + dy * dy);
        double along = Math.clamp(((x - from.x()) * dx + (y - from.y()) * dy) / length2, 0, 1);
        double offX = x - from.x() - along * dx;
        double offY = y - from.y() - along * dy;
        return Math.sqrt(offX * offX + offY * offY);
    }
}
