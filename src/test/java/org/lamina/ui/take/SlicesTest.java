package org.lamina.ui.take;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.lamina.ui.FxDoor;
import org.lamina.ui.FxDriver;

class SlicesTest {

    static {
        FxDriver.start();
    }

    private final Slices slices = new Slices(Runnable::run);
    private final List<String> happened = new ArrayList<>();

    /// Each of its bits takes longer than a slice.
    private Take<String> slow(String name, int bits) {
        return new Take<>() {
            private int read;

            @Override
            public boolean read() {
                LockSupport.parkNanos(9_000_000);
                if (read == bits)
                    throw new IllegalStateException("read on after the end");
                happened.add(name + ++read);
                return read < bits;
            }

            @Override
            public String made() {
                return name;
            }

            @Override
            public void close() {
                happened.add(name + " closed");
            }
        };
    }

    @Test
    void othersAreLetInBetweenSlicesAndTakesFollowOneAnother() {
        CompletableFuture<String> all = FxDriver.call(() -> {
            CompletableFuture<String> first = slices.take(slow("a", 3));
            CompletableFuture<String> second = slices.take(slow("b", 1));
            happened.add("go on");
            FxDoor.EXECUTOR.execute(() -> happened.add("let in"));
            return first.thenCombine(second, String::concat);
        });
        assertThat(all.join()).isEqualTo("ab");
        FxDriver.run(() -> {});
        assertThat(happened).containsExactly("a1", "go on", "let in", "a2", "a3", "a closed", "b1", "b closed");
        assertThat(FxDriver.call(() -> slices.busyProperty().get())).isFalse();
    }

    @Test
    void cancelledIsReadNoFurtherButTheWindowIsPutBack() {
        CompletableFuture<String> cancelled = FxDriver.call(() -> slices.take(slow("a", 3)));
        FxDriver.run(() -> cancelled.cancel(false));
        assertThat(FxDriver.call(() -> slices.take(slow("b", 1))).join()).isEqualTo("b");
        FxDriver.run(() -> {});
        assertThat(happened).startsWith("a1").contains("a closed").doesNotContain("a3").endsWith("b1", "b closed");
    }

    @Test
    void whatCannotBeReadFailsAndTheNextIsTaken() {
        Take<String> broken = slow("a", 0);
        assertThat(FxDriver.call(() -> slices.take(broken)).handle((_, trouble) -> String.valueOf(trouble)).join())
                .contains("read on after the end");
        assertThat(FxDriver.call(() -> slices.take(Take.of(() -> "b").map(b -> b + "!"))).join()).isEqualTo("b!");
        assertThat(happened).containsExactly("a closed");
    }
}
