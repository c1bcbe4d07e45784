package org.lamina.engine;

import org.jspecify.annotations.Nullable;
import org.lamina.data.Batch;
import org.lamina.data.Batches;

/// Memory for batches of one size, used in turn: while one is read, the other is filled. It lies outside the Java heap
/// and goes only with a garbage collection, so it is used again for as long as possible.
final class Rooms {
    private final @Nullable Batch[] rooms = new Batch[2];

    /// Room for a batch.
    ///
    /// @param index number of the batch
    /// @param batches always of the same size
    Batch at(int index, Batches batches) {
        Batch room = rooms[index % 2];
        if (room == null) {
            room = batches.room();
            rooms[index % 2] = room;
        }
        return room;
    }
}
