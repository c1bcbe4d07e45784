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
        Pass counted = count();
        return counted.isDone() || !whole ? Optional.of(matrix(step, counted)) : Optional.empty();
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

    private Pass count() {
        int[] validation = model.split().validation();
        int[] samples = Arrays.copyOf(validation, Math.min(SAMPLES, validation.length));
        Pass counted = pass == null ? new Pass(model, samples, PART, rooms, Runnable::run) : pass;
        pass = counted;
        counted.advance();
        if (counted.isDone())
            drop();
        return counted;
    }

    private Frame.Confusion matrix(long step, Pass counted) {
        whole |= counted.isDone();
        int count = counted.done();
        return new Frame.Confusion(step, IntStream.range(0, count).toArray(), Arrays.copyOf(counted.truth(), count),
                Arrays.copyOf(counted.answered(), count));
    }
}
