package org.lamina.data;

import java.util.Arrays;

/// Some samples of a set, cut into batches. Immutable.
public final class Batches {
    private final DataSet set;
    private final int[] order;
    private final int size;

    private Batches(DataSet set, int[] order, int size) {
        this.set = set;
        this.order = order;
        this.size = size;
    }

    /// Batches in the samples' own order, for validation.
    ///
    /// @param size samples in a batch; the last may have fewer
    public static Batches inOrder(DataSet set, int[] samples, int size) {
        return new Batches(set, samples.clone(), size);
    }

    /// One epoch's batches: another order for every epoch, the same for the same seed and epoch.
    public static Batches shuffled(DataSet set, int[] samples, int size, long seed, int epoch) {
        int[] order = samples.clone();
        Seeds.shuffle(order, Seeds.random(seed, epoch));
        return new Batches(set, order, size);
    }

    public int count() {
        return Math.ceilDiv(order.length, size);
    }

    /// A batch that has room for any of these.
    public Batch room() {
        return new Batch(set.info(), Math.min(size, order.length));
    }

    /// Assembles one batch.
    ///
    /// @param index 0 to [#count] − 1
    public void fill(int index, Batch batch) {
        batch.fill(set, Arrays.copyOfRange(order, index * size, Math.min((index + 1) * size, order.length)));
    }
}
