package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lamina.graph.NodeId;
import org.lamina.tensor.Tensor;

class MomentsTest {

    private static final long MEGABYTE = 1_000_000;

    private final AtomicLong now = new AtomicLong();

    private static Map<String, Tensor> weights(int numbers) {
        return Map.of("conv.weight", new Tensor(new int[]{numbers}, new float[numbers]));
    }

    private Moments of(int numbers) {
        return new Moments(8 * MEGABYTE, 4L * numbers, now::get);
    }

    /// Each step takes a second, so that keeping costs nothing.
    private void run(Moments moments, long to, int numbers) {
        for (long step = 0; step <= to; step++) {
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
        Moments moments = of(50_000);
        run(moments, 1000, 50_000);
        Event.Kept kept = moments.event();
        assertThat(kept).isEqualTo(new Event.Kept(0, 32, 992, 32, 32 * 200_000L, 8 * MEGABYTE, true));
        assertThat(moments.bytes()).isEqualTo(kept.bytes());
        assertThat(steps(kept)).allSatisfy(
                step -> assertThat(moments.at(step).orElseThrow().step()).isEqualTo(step));
        assertThat(List.of(moments.at(-5).orElseThrow().step(), moments.at(63).orElseThrow().step(),
                moments.at(5000).orElseThrow().step())).containsExactly(0L, 32L, 992L);
    }

    @Test
    void smallerBudgetThinsAtOnce() {
        Moments moments = of(50_000);
        run(moments, 30, 50_000);
        moments.budget(2 * MEGABYTE);
        assertThat(moments.event()).isEqualTo(new Event.Kept(0, 4, 28, 8, 8 * 200_000L, 2 * MEGABYTE, true));
        moments.budget(MEGABYTE);
        assertThat(moments.event()).isEqualTo(new Event.Kept(0, 4, 0, 0, 0, MEGABYTE, false));
    }

    private static Frame picture(String node, long step, int numbers) {
        return new Frame(null, List.of(),
                List.of(new Frame.Maps(new NodeId(node), step, 0, new Tensor(new int[]{numbers}, new float[numbers]))),
                List.of(), null, null, Double.NaN);
    }

    @Test
    void ofANetworkOfWhichFewWouldFitPicturesAreKeptWithinTheBudget() {
        Moments moments = of(250_001);
        run(moments, 5, 250_001);
        assertThat(moments.event()).isEqualTo(new Event.Kept(0, 1, 0, 0, 0, 8 * MEGABYTE, false));
        for (long step = 0; step < 100; step++) {
            moments.see(step, picture("conv", step, 50_000));
            moments.see(step, picture("pool", step, 10));
            assertThat(moments.bytes()).isLessThanOrEqualTo(8 * MEGABYTE);
        }
        Event.Kept kept = moments.event();
        assertThat(List.of(kept.first(), kept.every(), kept.last())).containsExactly(0L, 4L, 96L);
        assertThat(kept.count()).isEqualTo(25);
        Frame shown = Objects.requireNonNull(moments.at(42).orElseThrow().pictures());
        assertThat(shown.maps()).extracting(Frame.Maps::node, Frame.Maps::step)
                .containsExactly(tuple(new NodeId("conv"), 41L), tuple(new NodeId("pool"), 41L));
    }

    @Test
    void pictureThatIsLargerThanTheBudgetIsNotKept() {
        Moments moments = of(250_001);
        moments.see(0, picture("conv", 0, 2_000_001));
        assertThat(moments.bytes()).isZero();
        assertThat(moments.at(0)).isEmpty();
    }

    /// Keeping takes 1 ms, a step 2 ms.
    @Test
    void keepingTakesAHundredthOfTheTime() {
        Moments moments = of(10);
        for (long step = 0; step <= 2000; step++) {
            now.addAndGet(2_000_000);
            moments.keep(step, () -> {
                now.addAndGet(1_000_000);
                return weights(10);
            });
        }
        assertThat(moments.event()).isEqualTo(new Event.Kept(0, 64, 1984, 32, 32 * 40, 8 * MEGABYTE, true));
    }
}
