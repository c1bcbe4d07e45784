package org.lamina.data.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The line that a pen draws: points close together, along which ink flows.
///
/// @param points in order
record Trace(List<Spot> points) {
    private static final int STEPS_BETWEEN_POINTS = 6;

    /// A point of the line.
    record Spot(double x, double y) {
        Spot plus(Spot other, double factor) {
            return new Spot(x + factor * other.x, y + factor * other.y);
        }
    }

    /// A smooth curve through the points (Catmull and Rom, 1974) that breaks at corners.
    ///
    /// @param corners for each point whether it is a corner
    static Trace through(List<Spot> points, List<Boolean> corners) {
        List<Spot> traced = new ArrayList<>();
        int last = points.size() - 1;
        for (int i = 0; i < last; i++) {
            Spot from = points.get(i);
            Spot to = points.get(i + 1);
            Spot before = i == 0 || corners.get(i) ? from : points.get(i - 1);
            Spot after = i + 1 == last || corners.get(i + 1) ? to : points.get(i + 2);
            for (int step = 0; step < STEPS_BETWEEN_POINTS; step++)
                traced.add(between(before, from, to, after, (double) step / STEPS_BETWEEN_POINTS));
        }
        traced.add(points.get(last));
        return new Trace(traced);
    }

    Trace moved(UnaryOperator<Spot> move) {
        return new Trace(points.stream().map(move).toList());
    }

    private static Spot between(Spot before, Spot from, Spot to, Spot after, double t) {
        double t2 = t * t;
        double t3 = t2 * t;
        return new Spot(0, 0).plus(before, 0.5 * (-t3 + 2 * t2 - t)).plus(from, 0.5 * (3 * t3 - 5 * t2 + 2))
                .plus(to, 0.5 * (-3 * t3 + 4 * t2 + t)).plus(after, 0.5 * (t3 - t2));
    }
}
