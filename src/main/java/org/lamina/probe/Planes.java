package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lamina.graph.NodeId;
import org.lamina.study.Plane;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// Shows a network a grid of points in place of samples.
final class Planes {
    /// Vectors with more units are left out.
    private static final int MOST_UNITS = 64;
    private static final String WEIGHT = ".weight";

    private Planes() {}

    static Plane.Found look(Plane question, Subject subject) throws Unanswerable {
        Shape input = subject.data().info().input();
        if (!input.isVector() || input.size(0) != 2)
            throw new Unanswerable("The plane is for networks that take two numbers, this one takes "
                    + input.describe() + ": choose the data set \"Points in the plane\"");
        int side = question.side();
        Map<NodeId, Tensor> neurons = new LinkedHashMap<>();
        try (NDManager scope = subject.manager().newSubManager()) {
            NDArray points = subject.array(scope, grid(question));
            NDArray answers = subject.answer(points, false, (node, output) -> {
                if (output.getShape().dimension() == 2 && output.getShape().get(1) <= MOST_UNITS)
                    neurons.put(node, pictures(output, side, subject));
                return output;
            });
            return new Plane.Found(neurons, weights(subject), pictures(subject.shown(answers), side, subject));
        }
    }

    /// The points of the plane, row by row from the top.
    private static Tensor grid(Plane question) {
        int side = question.side();
        float[] points = new float[side * side * 2];
        for (int row = 0; row < side; row++)
            for (int column = 0; column < side; column++) {
                points[2 * (row * side + column)] = at(column, question);
                points[2 * (row * side + column) + 1] = -at(row, question);
            }
        return new Tensor(new int[]{side * side, 2}, points);
    }

    /// The middle of a cell.
    private static float at(int cell, Plane question) {
        return question.reach() * ((2 * cell + 1) / (float) question.side() - 1);
    }

    private static Tensor pictures(NDArray outputs, int side, Subject subject) {
        try (NDArray byUnit = outputs.transpose(1, 0)) {
            return new Tensor(new int[]{(int) outputs.getShape().get(1), side, side}, subject.read(byUnit).values());
        }
    }

    private static Map<NodeId, Tensor> weights(Subject subject) {
        Map<NodeId, Tensor> weights = new LinkedHashMap<>();
        subject.weights().forEach((name, array) -> {
            if (name.endsWith(WEIGHT) && array.getShape().dimension() == 2)
                weights.put(new NodeId(name.substring(0, name.length() - WEIGHT.length())), subject.read(array));
        });
        return weights;
    }
}
