package org.lamina.ui.plane;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.lamina.ui.plane.NeuronBoard.Neuron;

/// Where each neuron's picture stands: every layer a column, or several beside each other where it has more neurons than
/// fit.
///
/// @param units neurons by layer
/// @param side of a picture
/// @param rows pictures above each other
/// @param gap between layers
record BoardLayout(List<Integer> units, double side, int rows, double gap) {
    private static final double MARGIN = 10;
    private static final double HEAD = 22;
    private static final double SPACE = 4;
    /// For the end of the last layer's title.
    private static final double TAIL = 40;
    private static final double LEAST_GAP = 80;
    private static final double MOST_GAP = 200;

    /// Fits layers into a room: pictures twice as large where all fit.
    ///
    /// @param points a row of a picture
    static BoardLayout of(List<Integer> units, int points, double width, double height) {
        int most = units.stream().mapToInt(u -> u).max().orElse(1);
        double room = height - HEAD;
        double side = most * (2 * points + SPACE) <= room ? 2 * points : points;
        int rows = Math.max(1, (int) (room / (side + SPACE)));
        double taken = 2 * MARGIN + TAIL;
        for (int u : units)
            taken += across(u, rows) * (side + SPACE);
        double gap = units.size() < 2 ? LEAST_GAP : Math.floor((width - taken) / (units.size() - 1));
        return new BoardLayout(List.copyOf(units), side, rows, Math.clamp(gap, LEAST_GAP, MOST_GAP));
    }

    private static int across(int units, int rows) {
        return (units + rows - 1) / rows;
    }

    double leastWidth() {
        double width = 2 * MARGIN + TAIL;
        for (int u : units)
            width += across(u, rows) * (side + SPACE) + LEAST_GAP;
        return width - LEAST_GAP;
    }

    double x(Neuron neuron) {
        double x = MARGIN;
        for (int c = 0; c < neuron.column(); c++)
            x += across(units.get(c), rows) * (side + SPACE) + gap;
        int beside = neuron.unit() / rows;
        return Math.floor(x + beside * (side + SPACE));
    }

    double y(Neuron neuron) {
        return HEAD + neuron.unit() % rows * (side + SPACE);
    }

    double right(Neuron neuron) {
        return x(neuron) + side;
    }

    double middle(Neuron neuron) {
        return y(neuron) + side / 2;
    }

    double titleWidth(int column) {
        return across(units.get(column), rows) * (side + SPACE) + gap - SPACE;
    }

    @Nullable
    Neuron at(double x, double y) {
        for (Neuron neuron : all())
            if (x >= x(neuron) && x < right(neuron) && y >= y(neuron) && y < y(neuron) + side)
                return neuron;
        return null;
    }

    private List<Neuron> all() {
        List<Neuron> all = new ArrayList<>();
        for (int c = 0; c < units.size(); c++)
            for (int u = 0; u < units.get(c); u++)
                all.add(new Neuron(c, u));
        return all;
    }

    /// How far a point is from the line between two neurons.
    double distance(Neuron from, Neuron to, double x, double y) {
        double dx = x(to) - right(from);
        double dy = middle(to) - middle(from);
        double along = ((x - right(from)) * dx + (y - middle(from)) * dy) / (dx * dx + dy * dy);
        double t = Math.clamp(along, 0, 1);
        return Math.hypot(right(from) + t * dx - x, middle(from) + t * dy - y);
    }

    /// Where an arrow key leads; to the first neuron from nowhere.
    Neuron next(@Nullable Neuron from, KeyCode arrow) {
        if (from == null)
            return new Neuron(0, 0);
        int column = Math.clamp(from.column() + (arrow == KeyCode.RIGHT ? 1 : arrow == KeyCode.LEFT ? -1 : 0), 0,
                units.size() - 1);
        int unit = from.unit() + (arrow == KeyCode.DOWN ? 1 : arrow == KeyCode.UP ? -1 : 0);
        return new Neuron(column, Math.clamp(unit, 0, units.get(column) - 1));
    }
}
