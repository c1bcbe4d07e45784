package org.lamina.ui.take;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.lamina.ui.FxDoor;

/// Reads what is taken away in slices of the FX thread's time, between which whoever waits for it is let in. One take
/// after the other.
final class Slices {

    private static final long SLICE = 8_000_000;
    /// Rests after a slice, at least and in lengths of that slice: after a picture was taken the toolkit draws the whole
    /// window anew, for which the next slice would wait.
    private static final long REST = 20_000_000;
    private static final int RESTS = 3;

    private final Executor background;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    /// @param background makes what was read
    Slices(Executor background) {
        this.background = background;
    }

    /// Whether something is being read: what it is of should hold still.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// What is little is read before this returns.
    ///
    /// @return completed in the background; cancelled, nothing more is read
    <T> CompletableFuture<T> take(Take<T> take) {
        CompletableFuture<T> made = new CompletableFuture<>();
        CompletableFuture<?> before = last;
        CompletableFuture<?> read = new CompletableFuture<>();
        last = read;
        CompletableFuture<?> _ = before.thenRun(() -> slice(take, made, read));
        return made;
    }

    private <T> void slice(Take<T> take, CompletableFuture<T> made, CompletableFuture<?> read) {
        busy.set(true);
        long begin = System.nanoTime();
        boolean more = true;
        while (more && System.nanoTime() - begin < SLICE)
            more = !made.isDone() && next(take, made);
        if (more) {
            long rest = Math.max(REST, RESTS * (System.nanoTime() - begin));
            CompletableFuture.delayedExecutor(rest, TimeUnit.NANOSECONDS, FxDoor.EXECUTOR)
                    .execute(() -> slice(take, made, read));
            return;
        }
        take.close();
        busy.set(false);
        if (!made.isDone())
            made.completeAsync(take::made, background);
        read.complete(null);
    }

    private static <T> boolean next(Take<T> take, CompletableFuture<T> made) {
        try {
            return take.read();
        } catch (RuntimeException e) {
            made.completeExceptionally(e);
            return false;
        }
    }
}
