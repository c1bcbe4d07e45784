package org.lamina.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/// Room for one batch, outside the Java heap and in the machine's byte order, so that an engine can read it without
/// another copy. Used again and again; one thread at a time.
public final class Batch {
    /// What one buffer of 32-bit floats can hold.
    private static final int MOST = Integer.MAX_VALUE / Float.BYTES;

    private final ByteBuffer inputs;
    private final ByteBuffer targets;
    private final float[] inputScratch;
    private final float[] targetScratch;
    private int[] samples = {};

    /// @param capacity most samples that it takes
    public Batch(DataInfo info, int capacity) {
        if (info.input().elements() > MOST / capacity)
            throw new IllegalArgumentException(
                    "A batch of %,d samples of %s has more than %,d numbers: make the batch smaller"
                            .formatted(capacity, info.input(), MOST));
        inputScratch = new float[(int) info.input().elements() * capacity];
        targetScratch = new float[info.target().width() * capacity];
        inputs = floats(inputScratch.length);
        targets = floats(targetScratch.length);
    }

    /// How many samples are in it.
    public int size() {
        return samples.length;
    }

    /// Which samples are in it.
    public int[] samples() {
        return samples;
    }

    /// 32-bit floats of the inputs, sample after sample; images in the order height, width, channels. Limited to
    /// what [#size] samples take.
    public ByteBuffer inputs() {
        return inputs;
    }

    /// 32-bit floats of the targets, sample after sample.
    public ByteBuffer targets() {
        return targets;
    }

    /// Puts samples in, in the given order.
    void fill(DataSet set, int[] chosen) {
        int inputWidth = (int) set.info().input().elements();
        int targetWidth = set.info().target().width();
        for (int i = 0; i < chosen.length; i++) {
            set.input(chosen[i], inputScratch, i * inputWidth);
            set.target(chosen[i], targetScratch, i * targetWidth);
        }
        samples = Arrays.copyOf(chosen, chosen.length);
        copy(inputScratch, chosen.length * inputWidth, inputs);
        copy(targetScratch, chosen.length * targetWidth, targets);
    }

    private static void copy(float[] from, int length, ByteBuffer to) {
        to.clear();
        FloatBuffer view = to.asFloatBuffer();
        view.put(from, 0, length);
        to.limit(length * Float.BYTES);
    }

    private static ByteBuffer floats(int length) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(length, Float.BYTES)).order(ByteOrder.nativeOrder());
    }
}
