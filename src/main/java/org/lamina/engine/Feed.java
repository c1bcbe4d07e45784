package org.lamina.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.lamina.data.Batch;
import org.lamina.data.Batches;

/// Hands out the batches of an epoch and assembles the next one on another thread meanwhile. A batch is valid until the
/// one after it is asked for.
final class Feed implements AutoCloseable {
    private final Batches batches;
    private final Executor assembling;
    private final Rooms rooms;
    private @Nullable CompletableFuture<?> pending;
    private int given;

    /// @param rooms not in use by another feed
    Feed(Batches batches, Rooms rooms, Executor assembling) {
        this.batches = batches;
        this.assembling = assembling;
        this.rooms = rooms;
        assemble();
    }

    boolean hasNext() {
        return given < batches.count();
    }

    Batch next() {
        await();
        Batch ready = rooms.at(given, batches);
        given++;
        assemble();
        return ready;
    }

    private void assemble() {
        int index = given;
        if (index >= batches.count())
            return;
        Batch room = rooms.at(index, batches);
        pending = CompletableFuture.runAsync(() -> batches.fill(index, room), assembling);
    }

    private void await() {
        try {
            if (pending != null)
                pending.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            pending = null;
        }
    }

    /// Waits for the batch in the making, whose memory must not go away under it.
    @Override
    public void close() {
        await();
    }
}
