package org.lamina.engine;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/// Chooses the number of native threads: all of them, or one as long as others want the cores so much that one is clearly
/// faster, such as the window while it opens. Sums of floats depend on the number of threads in their last bit, so a
/// choice that follows noise would make two equal runs differ.
final class ThreadChoice {
    private static final int MOST_ROUNDS = 5;
    private static final long MOST_NANOS = 1_000_000_000L;
    /// What share of the time with all threads one thread may take to be chosen.
    private static final double CLEARLY = 0.67;
    /// How much slower steps must become for another trial.
    private static final double JUMP = 3;
    private static final int FIRST_WAIT = 100;
    private static final int LONGEST_WAIT = 20_000;

    private final int all;
    private final IntConsumer set;
    private final LongSupplier clock;
    private int chosen;
    private int steps;
    private int wait = FIRST_WAIT;
    private double usual = Double.POSITIVE_INFINITY;
    private double recent;

    /// Of the native library's threads; only the CPU has a choice.
    static ThreadChoice on(DeviceInfo device, LongSupplier clock) {
        boolean cpu = device.id().equals("cpu");
        return new ThreadChoice(cpu ? Runtime.getRuntime().availableProcessors() : 1, Torch::threads, clock);
    }

    /// @param all how many there are to choose
    /// @param set applies a number of threads
    /// @param clock in nanoseconds
    ThreadChoice(int all, IntConsumer set, LongSupplier clock) {
        this.all = all;
        this.set = set;
        this.clock = clock;
        use(all);
    }

    String words() {
        return chosen == 1 ? "1 thread" : chosen + " threads";
    }

    /// Tells how long a step took.
    ///
    /// @return whether a trial is due: steps have become slow, or one thread was the better choice some time ago
    boolean took(long nanos) {
        steps++;
        recent = recent == 0 ? nanos : recent + (nanos - recent) / 16;
        usual = Math.min(usual, recent);
        return all > 1 && steps > wait && (chosen == 1 || recent > usual * JUMP);
    }

    /// Tries a piece of work that changes nothing with both choices in turn, and keeps the faster.
    void choose(Runnable work) {
        if (all == 1)
            return;
        long[] many = new long[MOST_ROUNDS];
        long[] one = new long[MOST_ROUNDS];
        long begin = clock.getAsLong();
        work.run();
        int rounds = 0;
        do {
            many[rounds] = timed(all, work);
            one[rounds++] = timed(1, work);
        } while (rounds < MOST_ROUNDS && clock.getAsLong() - begin < MOST_NANOS);
        use(median(one, rounds) < median(many, rounds) * CLEARLY ? 1 : all);
        wait = Math.min(2 * wait, LONGEST_WAIT);
        steps = 0;
        recent = 0;
    }

    private long timed(int threads, Runnable work) {
        use(threads);
        long begin = clock.getAsLong();
        work.run();
        return clock.getAsLong() - begin;
    }

    private void use(int threads) {
        chosen = threads;
        set.accept(threads);
    }

    private static double median(long[] times, int count) {
        long[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        return sorted[count / 2];
    }
}
