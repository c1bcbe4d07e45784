package org.lamina.engine;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lamina.tensor.Tensor;

/// What a network's weights were, at equal distances over a whole run. Where memory is full, or keeping takes more than
/// its share of the time, every second is dropped and the distance doubles: however long the run, it stays evenly covered.
final class Moments {

    /// Fewer are no way back: then none is kept.
    static final int FEWEST = 8;
    /// Of the time between two.
    private static final double SHARE = 0.01;

    /// @param step updates made by then
    record Moment(long step, Map<String, Tensor> weights) {}

    private final TreeMap<Long, Moment> kept = new TreeMap<>();
    private final LongSupplier clock;
    private long budget;
    private long every = 1;
    private long each;
    private long keptAt;
    private long cost;

    /// @param budget bytes that all of them may take
    /// @param clock in nanoseconds
    Moments(long budget, LongSupplier clock) {
        this.budget = budget;
        this.clock = clock;
    }

    /// Keeps a moment where it is one's turn.
    ///
    /// @param weights read only then
    void keep(long step, Supplier<Map<String, Tensor>> weights) {
        if (step % every != 0 || isTooLarge())
            return;
        long begin = clock.getAsLong();
        Moment moment = new Moment(step, weights.get());
        each = bytes(moment);
        if (isTooLarge())
            return;
        kept.put(step, moment);
        thin();
        long end = clock.getAsLong();
        // The smaller of two, as a pause of the machine is not what keeping costs.
        if (kept.size() > 2 && Math.min(cost, end - begin) > SHARE * (begin - keptAt))
            halve();
        cost = end - begin;
        keptAt = end;
    }

    /// @param bytes that all of them may take from now on
    void budget(long bytes) {
        budget = bytes;
        if (isTooLarge())
            kept.clear();
        thin();
    }

    private void thin() {
        while (bytes() > budget)
            halve();
    }

    private void halve() {
        every *= 2;
        kept.keySet().removeIf(step -> step % every != 0);
    }

    /// Whether the budget has no room for some of them.
    private boolean isTooLarge() {
        return each * FEWEST > budget;
    }

    long bytes() {
        return each * kept.size();
    }

    private static long bytes(Moment moment) {
        return moment.weights().values().stream().mapToLong(weight -> (long) weight.values().length * Float.BYTES)
                .sum();
    }

    /// The last at or before a step, else the first.
    Optional<Moment> at(long step) {
        Map.@Nullable Entry<Long, Moment> before = kept.floorEntry(step);
        return Optional.ofNullable(before == null ? kept.firstEntry() : before).map(Map.Entry::getValue);
    }

    Event.Kept event() {
        return kept.isEmpty() ? new Event.Kept(0, every, -1, each, budget)
                : new Event.Kept(kept.firstKey(), every, kept.lastKey(), each, budget);
    }
}
