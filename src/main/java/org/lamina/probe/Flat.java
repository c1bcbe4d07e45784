package org.lamina.probe;

import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.lamina.spec.Pointwise;

/// Where a function is flat: where its slope is below 1 % of its steepest.
///
/// @param below up to this number; −∞ where that side is not flat
/// @param above from this number on; ∞ where that side is not flat
record Flat(double below, double above) {
    private static final double LIMIT = 0.01;
    /// A slope of just 1 % is none.
    private static final double ROUNDING = 1e-6;
    private static final int REACH = 30;
    private static final int STEPS = 100;
    private static final double NEAR = 1e-4;

    static Flat of(Pointwise function) {
        DoubleUnaryOperator left = x -> Math.abs(function.at(x) - function.at(x - NEAR)) / NEAR;
        DoubleUnaryOperator right = x -> Math.abs(function.at(x + NEAR) - function.at(x)) / NEAR;
        double steepest = IntStream.rangeClosed(-REACH * STEPS, REACH * STEPS)
                .mapToDouble(i -> left.applyAsDouble((double) i / STEPS)).max().orElseThrow();
        double limit = LIMIT * steepest - ROUNDING;
        return new Flat(edge(x -> left.applyAsDouble(x) < limit, -1), edge(x -> right.applyAsDouble(x) < limit, 1));
    }

    boolean isAnywhere() {
        return Double.isFinite(below) || Double.isFinite(above);
    }

    boolean isOnBothSides() {
        return Double.isFinite(below) && Double.isFinite(above);
    }

    /// Where the flat part that begins far out ends.
    ///
    /// @param side −1 from below, 1 from above
    private static double edge(DoublePredicate flat, int side) {
        int at = REACH * STEPS;
        while (at >= -REACH * STEPS && flat.test(side * (double) at / STEPS))
            at--;
        if (at == REACH * STEPS)
            return side * Double.POSITIVE_INFINITY;
        return between(flat, side * (double) (at + 1) / STEPS, side * (double) at / STEPS);
    }

    /// Bisection.
    private static double between(DoublePredicate flat, double in, double out) {
        double inside = in;
        double outside = out;
        for (int i = 0; i < STEPS / 2; i++) {
            double middle = (inside + outside) / 2;
            if (flat.test(middle))
                inside = middle;
            else
                outside = middle;
        }
        return inside;
    }
}
