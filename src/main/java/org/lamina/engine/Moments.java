package org.lamina.engine;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lamina.tensor.Tensor;

/// What a network was at equal distances over a whole run: its weights, or, where few of them would fit into the budget,
/// the pictures that were shown. Where memory is full, or keeping takes more than its share of the time, every second is
/// dropped and the distance doubles: however long the run, it stays evenly covered.
final class Moments {

    /// Fewer weights are no way back: then pictures are kept.
    static final int FEWEST = 8;
    /// Of the time between two.
    private static final double SHARE = 0.01;

    /// @param step updates made by then
    /// @param pictures null where there are weights
    record Moment(long step, Map<String, Tensor> weights, @Nullable Frame pictures, long bytes) {}

    private final TreeMap<Long, Moment> kept = new TreeMap<>();
    private final long each;
    private final LongSupplier clock;
    private long budget;
    private long every = 1;
    private long bytes;
    private long keptAt;
    private long cost;

    /// @param budget bytes that all of them may take
    /// @param each bytes of the weights
    /// @param clock in nanoseconds
    Moments(long budget, long each, LongSupplier clock) {
        this.budget = budget;
        this.each = each;
        this.clock = clock;
    }

    /// Keeps the weights where it is their turn.
    ///
    /// @param weights read only then
    void keep(long step, Supplier<Map<String, Tensor>> weights) {
        if (step % every != 0 || !isWhole())
            return;
        long begin = clock.getAsLong();
        put(new Moment(step, weights.get(), null, each));
        long end = clock.getAsLong();
        // The smaller of two, as a pause of the machine is not what keeping costs.
        if (kept.size() > 2 && Math.min(cost, end - begin) > SHARE * (begin - keptAt))
            halve();
        cost = end - begin;
        keptAt = end;
    }

    /// Keeps pictures that were shown, together with those of about the same step, where weights are too large.
    void see(long step, Frame shown) {
        if (isWhole())
            return;
        long place = step - step % every;
        Moment before = kept.get(place);
        Frame all = before == null || before.pictures() == null ? shown : Mailbox.merge(before.pictures(), shown);
        put(new Moment(place, Map.of(), all, Footprint.bytes(all)));
    }

    private void put(Moment moment) {
        Moment before = kept.put(moment.step(), moment);
        bytes += moment.bytes() - (before == null ? 0 : before.bytes());
        thin();
    }

    /// @param most bytes that all of them may take from now on
    void budget(long most) {
        boolean whole = isWhole();
        budget = most;
        if (whole != isWhole())
            clear();
        thin();
    }

    private void thin() {
        while (bytes > budget && kept.size() > 1)
            halve();
        if (bytes > budget)
            clear();
    }

    private void halve() {
        every *= 2;
        for (Iterator<Moment> all = kept.values().iterator(); all.hasNext();) {
            Moment moment = all.next();
            if (moment.step() % every == 0)
                continue;
            bytes -= moment.bytes();
            all.remove();
        }
    }

    private void clear() {
        kept.clear();
        bytes = 0;
    }

    /// Whether weights are kept, not pictures.
    private boolean isWhole() {
        return each * FEWEST <= budget;
    }

    long bytes() {
        return bytes;
    }

    /// The last at or before a step, else the first.
    Optional<Moment> at(long step) {
        Map.@Nullable Entry<Long, Moment> before = kept.floorEntry(step);
        return Optional.ofNullable(before == null ? kept.firstEntry() : before).map(Map.Entry::getValue);
    }

    Event.Kept event() {
        return kept.isEmpty() ? new Event.Kept(0, every, 0, 0, 0, budget, isWhole())
                : new Event.Kept(kept.firstKey(), every, kept.lastKey(), kept.size(), bytes, budget, isWhole());
    }
}
