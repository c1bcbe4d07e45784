package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lamina.tensor.Tensor;

class MomentsTest {

    private static final long MEGABYTE = 1_000_000;

    private final AtomicLong now = new AtomicLong();
    private final Moments moments = new Moments(8 * MEGABYTE, now::get);

    private static Map<String, Tensor> weights(int numbers) {
        return Map.of("conv.weight", new Tensor(new int[]{numbers}, new float[numbers]));
    }

    /// Each step takes a second, so that keeping costs nothing.
    private void run(long from, long to, int numbers) {
        for (long step = from; step <= to; step++) {
            now.addAndGet(1_000_000_000);
            moments.keep(step, () -> weights(numbers));
            assertThat(moments.bytes()).isLessThanOrEqualTo(8 * MEGABYTE);
        }
    }

    private List<Long> steps(Event.Kept kept) {
        return LongStream.range(0, kept.count()).mapToObj(i -> kept.first() + i * kept.every()).toList();
    }

    @Test
    void wholeRunStaysEvenlyCoveredWithinTheBudget() {
        run(0, 1000, 50_000);
        Event.Kept kept = moments.event();
        assertThat(kept).isEqualTo(new Event.Kept(0, 32, 992, 200_000, 8 * MEGABYTE));
        assertThat(kept.bytes()).isEqualTo(32 * 200_000L).isEqualTo(moments.bytes());
        assertThat(steps(kept)).allSatisfy(
                step -> assertThat(moments.at(step).orElseThrow().step()).isEqualTo(step));
        assertThat(List.of(moments.at(-5).orElseThrow().step(), moments.at(63).orElseThrow().step(),
                moments.at(5000).orElseThrow().step())).containsExactly(0L, 32L, 992L);
    }

    @Test
    void smallerBudgetThinsAtOnce() {
        run(0, 30, 50_000);
        moments.budget(2 * MEGABYTE);
        assertThat(moments.event()).isEqualTo(new Event.Kept(0, 4, 28, 200_000, 2 * MEGABYTE));
        moments.budget(MEGABYTE);
        assertThat(moments.event().count()).isZero();
    }

    @Test
    void networkOfWhichFewWouldFitIsNotKept() {
        run(0, 5, 250_001);
        assertThat(moments.event()).isEqualTo(new Event.Kept(0, 1, -1, 1_000_004, 8 * MEGABYTE));
        assertThat(moments.at(3)).isEmpty();
    }

    /// Keeping takes 1 ms, a step 2 ms.
    @Test
    void keepingTakesAHundredthOfTheTime() {
        for (long step = 0; step <= 2000; step++) {
            now.addAndGet(2_000_000);
            moments.keep(step, () -> {
                now.addAndGet(1_000_000);
                return weights(10);
            });
        }
        assertThat(moments.event()).isEqualTo(new Event.Kept(0, 64, 1984, 40, 8 * MEGABYTE));
    }
}
