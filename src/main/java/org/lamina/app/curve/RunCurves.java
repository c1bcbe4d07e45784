package org.lamina.app.curve;

import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;

/// The curves of one run.
///
/// @param name for people: `Run 3`
/// @param epochs the value is the number of the epoch that ended at the step
public record RunCurves(String name, Curve trainLoss, Curve trainAccuracy, Curve validationLoss,
        Curve validationAccuracy, Curve epochs) {

    public RunCurves(String name) {
        this(name, new Curve(), new Curve(), new Curve(), new Curve(), new Curve());
    }

    /// Grows with every point; equal numbers mean that nothing came.
    public int size() {
        return trainLoss.size() + validationLoss.size();
    }

    /// One line per step that has a value; empty cells where a curve has none.
    public String csv() {
        Curve[] curves = {trainLoss, trainAccuracy, validationLoss, validationAccuracy};
        TreeMap<Long, double[]> rows = new TreeMap<>();
        for (int column = 0; column < curves.length; column++)
            for (int i = 0; i < curves[column].size(); i++)
                rows.computeIfAbsent(curves[column].step(i), _ -> emptyRow())[column] = curves[column].value(i);
        StringBuilder text = new StringBuilder("step,train_loss,train_accuracy,validation_loss,validation_accuracy\n");
        rows.forEach((step, row) -> text.append(step).append(cells(row)).append('\n'));
        return text.toString();
    }

    private static double[] emptyRow() {
        double[] row = new double[4];
        Arrays.fill(row, Double.NaN);
        return row;
    }

    private static String cells(double[] row) {
        StringBuilder cells = new StringBuilder();
        for (double value : row)
            cells.append(',').append(Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6g", value));
        return cells.toString();
    }
}
