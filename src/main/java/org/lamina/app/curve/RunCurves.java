package org.lamina.app.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.lamina.app.Numbers;

/// The curves of one run.
///
/// @param name for people: `Run 3`
/// @param epochs the value is the number of the epoch that ended at the step
public record RunCurves(String name, Curve trainLoss, Curve trainAccuracy, Curve validationLoss,
        Curve validationAccuracy, Curve epochs) {

    private static final List<String> COLUMNS = List.of("run", "step", "training loss", "training accuracy 0-1",
            "validation loss", "validation accuracy 0-1");

    public RunCurves(String name) {
        this(name, new Curve(), new Curve(), new Curve(), new Curve(), new Curve());
    }

    /// Grows with every point; equal numbers mean that nothing came.
    public int size() {
        return trainLoss.size() + validationLoss.size();
    }

    /// A row for each step that has a value.
    public Numbers numbers() {
        Curve[] curves = {trainLoss, trainAccuracy, validationLoss, validationAccuracy};
        TreeMap<Long, double[]> rows = new TreeMap<>();
        for (int column = 0; column < curves.length; column++)
            for (int i = 0; i < curves[column].size(); i++)
                rows.computeIfAbsent(curves[column].step(i), _ -> emptyRow())[column] = curves[column].value(i);
        return Numbers.of(COLUMNS, rows.entrySet().stream().map(r -> cells(r.getKey(), r.getValue())).toList());
    }

    private static double[] emptyRow() {
        double[] row = new double[4];
        Arrays.fill(row, Double.NaN);
        return row;
    }

    private List<Object> cells(long step, double[] row) {
        List<Object> cells = new ArrayList<>(List.of(name, step));
        DoubleStream.of(row).forEach(cells::add);
        return cells;
    }
}
