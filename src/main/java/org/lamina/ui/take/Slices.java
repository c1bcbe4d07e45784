package org.lamina.ui.take;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.lamina.ui.FxDoor;
import org.lamina.ui.Painter;

/// Reads what is taken away in slices of the FX thread's time, between which whoever waits for it is let in. One take
/// after the other.
final class Slices {

    private static final long SLICE = 8_000_000;
    /// After a slice others are let in, for a frame or more: once a picture was taken the toolkit paints the whole window
    /// anew.
    private static final Executor RESTED = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS,
            FxDoor.EXECUTOR);

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

    /// @return completed in the background; cancelled, nothing more is read
    <T> CompletableFuture<T> take(Take<T> take) {
        CompletableFuture<T> made = new CompletableFuture<>();
        CompletableFuture<?> before = last;
        CompletableFuture<?> read = new CompletableFuture<>();
        last = read;
        CompletableFuture<?> _ = before.thenRun(() -> begin(take, made, read));
        return made;
    }

    private <T> void begin(Take<T> take, CompletableFuture<T> made, CompletableFuture<?> read) {
        busy.set(true);
        Painter.whenAtRest(() -> slice(take, made, read));
    }

    private <T> void slice(Take<T> take, CompletableFuture<T> made, CompletableFuture<?> read) {
        long begin = System.nanoTime();
        boolean more = true;
        while (more && System.nanoTime() - begin < SLICE)
            more = !made.isDone() && next(take, made);
        if (more)
            RESTED.execute(() -> Painter.whenAtRest(() -> slice(take, made, read)));
        else
            end(take, made, read);
    }

    private <T> void end(Take<T> take, CompletableFuture<T> made, CompletableFuture<?> read) {
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
