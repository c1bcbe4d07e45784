package org.lamina.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Counts the confusion matrix over validation samples, a part of them at a time, so that no step has to wait for all.
final class ConfusionCount {
    private static final int SAMPLES = 1024;
    private static final int PART = 128;

    private final Model model;
    private final Rooms rooms = new Rooms();
    private @Nullable Pass pass;
    /// Whether a matrix over all samples is shown, so that a part of the next one is not worth to be.
    private boolean whole;

    ConfusionCount(Model model) {
        this.model = model;
    }

    /// Whether some samples are counted and others are not.
    boolean isUnderWay() {
        return pass != null;
    }

    /// Counts a part more; the matrix of what is counted, unless one over all samples is shown already.
    Optional<Frame.Confusion> advance(long step) {
        Pass counting = pass == null ? begin() : pass;
        pass = counting;
        counting.advance();
        if (counting.isDone())
            drop();
        else if (whole)
            return Optional.empty();
        whole = counting.isDone();
        return Optional.of(matrix(step, counting));
    }

    /// Counts from the beginning.
    void drop() {
        if (pass != null)
            pass.close();
        pass = null;
    }

    /// Counts from the beginning, for a network of which no matrix is shown.
    void forget() {
        drop();
        whole = false;
    }

    private Pass begin() {
        int[] validation = model.split().validation();
        int[] samples = Arrays.copyOf(validation, Math.min(SAMPLES, validation.length));
        return new Pass(model, samples, PART, rooms, Runnable::run);
    }

    private static Frame.Confusion matrix(long step, Pass counted) {
        int count = counted.done();
        return new Frame.Confusion(step, IntStream.range(0, count).toArray(), Arrays.copyOf(counted.truth(), count),
                Arrays.copyOf(counted.answered(), count));
    }
}
