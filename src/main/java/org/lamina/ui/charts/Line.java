package org.lamina.ui.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;

/// One line of a chart, thinned to its pixels.
///
/// @param legend text in the legend; empty for none
/// @param points steps and values
/// @param dots whether each point is marked
record Line(String legend, double[][] points, Color colour, Stroke stroke, boolean dots) {
    static final Stroke THIN = new BasicStroke(1f);
    static final Stroke STRONG = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final Stroke DASHED = new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f,
            new float[]{5f, 4f}, 0f);

    /// A paler colour.
    static Color pale(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }
}
