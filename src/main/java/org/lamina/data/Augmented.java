package org.lamina.data;

import java.util.List;

/// A set of pictures as one epoch of training sees it.
///
/// @param seed of this epoch
record Augmented(DataSet set, Augmentation augmentation, long seed) implements DataSet {

    @Override
    public DataInfo info() {
        return set.info();
    }

    @Override
    public int heldOut() {
        return set.heldOut();
    }

    @Override
    public void input(int sample, float[] to, int at) {
        set.input(sample, to, at);
        augmentation.change(to, at, set.info().input(), Seeds.random(seed, sample));
    }

    @Override
    public void target(int sample, float[] to, int at) {
        set.target(sample, to, at);
    }

    @Override
    public String preparation() {
        return set.preparation();
    }

    @Override
    public List<String> warnings() {
        return set.warnings();
    }
}
