package org.lamina.ui.plane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamina.app.PlaneColumns.Column;
import org.lamina.ui.plane.NeuronBoard.Neuron;

/// A weight between two neurons.
///
/// @param share of the largest weight of its layer, 0 to 1
record WeightLine(Neuron from, Neuron to, float weight, double share) {

    private static final int MOST = 300;
    private static final double NEAR = 5;

    /// The strongest weights of all layers; of a chosen neuron, all that it has.
    static List<WeightLine> strongest(List<Column> columns, @Nullable Neuron chosen) {
        List<WeightLine> lines = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++)
            addAll(lines, c, columns.get(c));
        return lines.stream().filter(line -> chosen == null || line.touches(chosen))
                .sorted(Comparator.comparingDouble(line -> -line.share())).limit(MOST).toList();
    }

    private static void addAll(List<WeightLine> lines, int index, Column column) {
        if (column.weights() == null || column.from() < 0)
            return;
        float[] weights = column.weights().values();
        float largest = 1e-9f;
        for (float weight : weights)
            largest = Math.max(largest, Math.abs(weight));
        int inputs = column.weights().sizes()[1];
        for (int i = 0; i < weights.length; i++)
            lines.add(new WeightLine(new Neuron(column.from(), i % inputs), new Neuron(index, i / inputs), weights[i],
                    Math.abs(weights[i]) / largest));
    }

    /// The line under a place on the board, within a few pixels; null where there is none.
    static @Nullable WeightLine near(List<WeightLine> lines, BoardLayout places, double x, double y) {
        WeightLine nearest = null;
        double least = NEAR;
        for (WeightLine line : lines) {
            double distance = places.distance(line.from(), line.to(), x, y);
            if (distance < least) {
                least = distance;
                nearest = line;
            }
        }
        return nearest;
    }

    private boolean touches(Neuron neuron) {
        return from.equals(neuron) || to.equals(neuron);
    }
}
