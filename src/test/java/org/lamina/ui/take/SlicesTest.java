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
    private Runnable others = () -> happened.add("let in");

    /// Each of its bits takes longer than a slice; somebody else waits for the FX thread meanwhile.
    private Take<String> slow(String name, int bits) {
        return new Take<>() {
            private int read;

            @Override
            public boolean read() {
                LockSupport.parkNanos(9_000_000);
                if (read == bits)
                    throw new IllegalStateException("read on after the end");
                happened.add(name + ++read);
                FxDoor.EXECUTOR.execute(others);
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
            return first.thenCombine(second, String::concat);
        });
        assertThat(all.join()).isEqualTo("ab");
        FxDriver.run(() -> {});
        assertThat(happened).containsExactly("a1", "let in", "a2", "let in", "a3", "a closed", "let in", "b1",
                "b closed", "let in");
        assertThat(FxDriver.call(() -> slices.busyProperty().get())).isFalse();
    }

    @Test
    void cancelledIsReadNoFurtherButTheWindowIsPutBack() {
        CompletableFuture<String> cancelled = FxDriver.call(() -> slices.take(slow("a", 3)));
        others = () -> cancelled.cancel(false);
        assertThat(FxDriver.call(() -> slices.take(slow("b", 1))).join()).isEqualTo("b");
        FxDriver.run(() -> {});
        assertThat(happened).containsExactly("a1", "a closed", "b1", "b closed");
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
