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
    private final Batch[] rooms;
    private @Nullable CompletableFuture<?> pending;
    private int given;

    Feed(Batches batches, Executor assembling) {
        this.batches = batches;
        this.assembling = assembling;
        rooms = new Batch[]{batches.room(), batches.room()};
        assemble();
    }

    boolean hasNext() {
        return given < batches.count();
    }

    int count() {
        return batches.count();
    }

    Batch next() {
        Batch ready = rooms[given % 2];
        await();
        given++;
        assemble();
        return ready;
    }

    private void assemble() {
        int index = given;
        if (index < batches.count())
            pending = CompletableFuture.runAsync(() -> batches.fill(index, rooms[index % 2]), assembling);
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
