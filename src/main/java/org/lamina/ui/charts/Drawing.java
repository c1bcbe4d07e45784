package org.lamina.ui.charts;

import java.awt.Color;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.List;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;
import org.lamina.app.curve.Curve;
import org.lamina.app.curve.RunCurves;

/// Makes the lines of a chart out of runs: the newest run strong with its raw line pale behind, runs before it dashed
/// and pale.
///
/// @param sight the steps in sight
/// @param columns pixels that the steps have
/// @param smoothing share of the past in the training curve, 0 for none
/// @param logarithmic whether only values above zero can be shown
/// @param marked step of the moment whose values the legend tells; null for none
record Drawing(Measure measure, ChartTheme theme, Range sight, int columns, double smoothing, boolean logarithmic,
        @Nullable Long marked) {

    private static final int MOST_DOTS = 60;

    List<Line> of(List<RunCurves> runs) {
        List<Line> lines = new ArrayList<>();
        if (runs.isEmpty())
            return lines;
        runs.subList(0, runs.size() - 1).forEach(run -> ghost(run, lines));
        newest(runs.getLast(), lines);
        return lines;
    }

    private void ghost(RunCurves run, List<Line> lines) {
        lines.add(line(run.name() + " training", measure.train(run), smoothing, theme.series(0, 120), Line.DASHED));
        lines.add(line("", measure.validation(run), 0, theme.series(1, 120), Line.DASHED));
    }

    private void newest(RunCurves run, List<Line> lines) {
        Curve train = measure.train(run);
        Curve validation = measure.validation(run);
        if (smoothing > 0)
            lines.add(line("", train, 0, theme.series(0, 75), Line.THIN));
        lines.add(line(legend("Training", train, smoothing), train, smoothing, theme.series(0, 255), Line.STRONG));
        lines.add(line(legend("Validation", validation, 0), validation, 0, theme.series(1, 255), Line.STRONG));
    }

    /// The name, and where a moment is looked at the last value until then.
    private String legend(String name, Curve curve, double weight) {
        int last = marked == null ? -1 : curve.firstAt(Math.nextUp(marked.doubleValue())) - 1;
        return last < 0 ? name : name + " " + measure.words(curve.smoothed(last, weight));
    }

    private Line line(String legend, Curve curve, double weight, Color colour, Stroke stroke) {
        double[][] points = curve.thinned(sight.getLowerBound(), sight.getUpperBound(), columns, weight);
        if (logarithmic)
            positive(points[1]);
        boolean dots = stroke == Line.STRONG && points[0].length <= MOST_DOTS;
        return new Line(legend, points, colour, stroke, dots);
    }

    private static void positive(double[] values) {
        for (int i = 0; i < values.length; i++)
            if (values[i] <= 0)
                values[i] = Double.NaN;
    }
}
