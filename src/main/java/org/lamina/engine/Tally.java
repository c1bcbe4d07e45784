package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.lamina.data.Batch;

/// Losses and right answers of a few steps, left on the device until they are read together: on a GPU, each reading
/// waits for all that was asked of it.
final class Tally {

    private record Held(NDArray loss, NDArray answers, float[] truth, int samples) {}

    private final NDManager manager;
    private final Objective objective;
    private final int capacity;
    private final List<Held> held = new ArrayList<>();

    /// @param manager of the network; what is held stays there until read
    /// @param capacity steps between readings
    Tally(NDManager manager, Objective objective, int capacity) {
        this.manager = manager;
        this.objective = objective;
        this.capacity = capacity;
    }

    void add(NDArray loss, NDArray answers, Batch batch) {
        loss.attach(manager);
        answers.attach(manager);
        float[] truth = new float[batch.targets().limit() / Float.BYTES];
        batch.targets().asFloatBuffer().get(truth);
        held.add(new Held(loss, answers, truth, batch.size()));
    }

    int capacity() {
        return capacity;
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    boolean isFull() {
        return held.size() >= capacity;
    }

    /// Sums over the samples of the steps held, which are let go. A loss that is not finite makes the sum so.
    Sums read() {
        Sums sums = Sums.NONE;
        for (Held step : held) {
            int samples = step.samples();
            sums = sums.plus(new Sums(samples, step.loss().getFloat() * (double) samples,
                    objective.right(step.answers().toFloatArray(), step.truth(), samples)));
        }
        drop();
        return sums;
    }

    void drop() {
        held.forEach(step -> {
            step.loss().close();
            step.answers().close();
        });
        held.clear();
    }
}
