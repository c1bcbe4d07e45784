package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ThreadChoiceTest {

    private static final long MILLI = 1_000_000;

    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger threads = new AtomicInteger();
    private final ThreadChoice choice = new ThreadChoice(2, threads::set, clock::get);

    /// A trial in which a piece of work takes so many milliseconds with both threads and with one.
    private String after(int both, int one) {
        choice.choose(() -> clock.addAndGet((threads.get() == 1 ? one : both) * MILLI));
        return choice.words();
    }

    /// @return steps until a trial is due
    private int stepsOf(int millis, int most) {
        int steps = 0;
        while (steps < most && !choice.took(millis * MILLI))
            steps++;
        return steps;
    }

    @Test
    void oneThreadIsChosenWhereItIsClearlyFaster() {
        assertThat(after(10, 9)).isEqualTo("2 threads");
        assertThat(after(10, 6)).isEqualTo("1 thread");
        assertThat(threads).hasValue(1);
    }

    /// What the window did while it opened must not slow the whole run.
    @Test
    void oneThreadIsTriedAgainAgainstAll() {
        after(30, 10);
        assertThat(stepsOf(10, 1000)).isEqualTo(200);
        assertThat(after(6, 10)).isEqualTo("2 threads");
        assertThat(stepsOf(6, 10_000)).as("while steps take as long as ever").isEqualTo(10_000);
        assertThat(stepsOf(30, 1000)).as("once they take five times as long").isLessThan(20);
    }

    @Test
    void trialsBecomeRarerWhileOneThreadStaysTheBetterChoice() {
        after(30, 10);
        stepsOf(10, 1000);
        after(30, 10);
        assertThat(stepsOf(10, 1000)).isEqualTo(400);
    }
}
