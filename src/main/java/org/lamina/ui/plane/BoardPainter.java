package org.lamina.ui.plane;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.lamina.app.PlaneColumns.Column;
import org.lamina.app.colour.Colouring;
import org.lamina.app.colour.Scale;
import org.lamina.app.colour.Units;
import org.lamina.ui.plane.NeuronBoard.Neuron;
import org.lamina.ui.theme.Theme;

/// Draws neurons, and weights as lines between them.
record BoardPainter(GraphicsContext g, BoardLayout places, Theme theme, Colouring colouring) {

    /// Every other point of the plane.
    private static final int THIN = 2;

    /// Points in a row of a neuron's picture.
    static int side(Column column) {
        return column.neurons().sizes()[1] / THIN;
    }

    /// @param lines the strongest first
    /// @param name of a column
    void paint(List<WeightLine> lines, @Nullable WeightLine pointed, List<Column> columns, @Nullable Neuron chosen,
            Function<Column, String> name) {
        g.clearRect(0, 0, g.getCanvas().getWidth(), g.getCanvas().getHeight());
        g.setImageSmoothing(false);
        for (WeightLine line : lines.reversed())
            line(line, line.equals(pointed) ? 5 : 0.5 + 3.5 * line.share(), 0.1 + 0.8 * line.share() * line.share());
        if (pointed != null)
            line(pointed, 5, 1);
        g.setFont(Font.font(12));
        g.setTextBaseline(VPos.TOP);
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            g.setFill(Color.web(theme.foreground()));
            g.fillText(column.layer() == null ? "Input x, y" : name.apply(column), places.x(new Neuron(c, 0)), 4,
                    places.titleWidth(c));
            neurons(c, column, chosen);
        }
    }

    private void line(WeightLine line, double width, double opacity) {
        g.setStroke(Color.web(theme.series().get(line.weight() >= 0 ? 0 : 1), opacity));
        g.setLineWidth(width);
        g.strokeLine(places.right(line.from()), places.middle(line.from()), places.x(line.to()),
                places.middle(line.to()));
    }

    private void neurons(int index, Column column, @Nullable Neuron chosen) {
        IntFunction<Scale> scales = colouring.of(Units.ofOutput(column.neurons()));
        double side = places.side();
        for (int unit = 0; unit < column.units(); unit++) {
            Neuron neuron = new Neuron(index, unit);
            g.drawImage(picture(column, unit, scales.apply(unit)), places.x(neuron), places.y(neuron), side, side);
            boolean is = neuron.equals(chosen);
            g.setStroke(Color.web(is ? theme.foreground() : theme.line()));
            g.setLineWidth(is ? 3 : 1);
            g.strokeRect(places.x(neuron) - 0.5, places.y(neuron) - 0.5, side + 1, side + 1);
        }
    }

    private static WritableImage picture(Column column, int unit, Scale scale) {
        int full = column.neurons().sizes()[1];
        int side = side(column);
        int[] pixels = new int[side * side];
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = scale.colour(column.neurons().values()[unit * full * full + i / side * THIN * full
                    + i % side * THIN]);
        WritableImage image = new WritableImage(side, side);
        image.getPixelWriter().setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), pixels, 0, side);
        return image;
    }
}
