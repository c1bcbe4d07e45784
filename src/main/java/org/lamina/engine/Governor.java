package org.lamina.engine;

import java.util.function.LongSupplier;

/// Keeps some work to a small share of the time: after work that took t, none for 32·t, which is 3 %, so that what the
/// work costs besides, as memory that is no longer near, stays within 5 % with it. What is done all the same makes the
/// rest longer.
final class Governor {
    private static final int REST = 32;
    /// Time over which the share is averaged.
    private static final double WINDOW = 5e9;

    private final LongSupplier clock;
    private long from;
    private long allowed;
    private double share;

    /// @param clock in nanoseconds
    Governor(LongSupplier clock) {
        this.clock = clock;
        from = clock.getAsLong();
        allowed = from;
    }

    boolean allows() {
        return clock.getAsLong() - allowed >= 0;
    }

    void measure(Runnable work) {
        long begin = clock.getAsLong();
        work.run();
        long end = clock.getAsLong();
        double round = Math.max(1, end - from);
        double weight = Math.min(1, round / WINDOW);
        share += ((end - begin) / round - share) * weight;
        from = end;
        allowed = Math.max(allowed, end) + REST * (end - begin);
    }

    /// Share of the time that the work took lately, 0…1.
    double share() {
        double idle = clock.getAsLong() - from;
        return share * Math.max(0, 1 - idle / WINDOW);
    }
}
