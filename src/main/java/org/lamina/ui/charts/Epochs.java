package org.lamina.ui.charts;

import java.util.ArrayList;
import java.util.List;
import org.lamina.app.curve.Curve;

/// Ends of epochs, only so many that their numbers do not touch.
///
/// @param number the epoch that ends at the step
record Epochs(long step, long number) {

    /// Pixels that a number needs, the gap beside it included.
    private static final double ROOM = 26;

    /// @param epochs the number of the epoch that ended at a step
    /// @param pixels room of the steps from … to, in units of normal text
    static List<Epochs> within(Curve epochs, double from, double to, double pixels) {
        int first = epochs.firstAt(from);
        int end = epochs.firstAt(Math.nextUp(to));
        long every = round((end - first) * ROOM / Math.max(1, pixels));
        List<Epochs> marks = new ArrayList<>();
        for (int i = first; i < end; i++)
            if (Math.round(epochs.value(i)) % every == 0)
                marks.add(new Epochs(epochs.step(i), Math.round(epochs.value(i))));
        return marks;
    }

    /// The next of 1, 2, 5, 10, 20, 50, …
    private static long round(double least) {
        for (long power = 1;; power *= 10)
            for (long digit : List.of(1L, 2L, 5L))
                if (digit * power >= least)
                    return digit * power;
    }
}
