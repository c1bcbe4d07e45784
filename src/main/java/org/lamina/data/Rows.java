package org.lamina.data;

import java.util.List;

/// Samples that are rows of numbers, in memory.
public final class Rows implements DataSet {
    private final DataInfo info;
    private final float[][] inputs;
    private final float[][] targets;
    private final String preparation;
    private final List<String> warnings;

    /// @param preparation how the inputs were made from the raw data, in words
    public Rows(DataInfo info, float[][] inputs, float[][] targets, String preparation, List<String> warnings) {
        this.info = info;
        this.inputs = inputs;
        this.targets = targets;
        this.preparation = preparation;
        this.warnings = List.copyOf(warnings);
    }

    @Override
    public String preparation() {
        return preparation;
    }

    @Override
    public DataInfo info() {
        return info;
    }

    @Override
    public void input(int sample, float[] to, int at) {
        System.arraycopy(inputs[sample], 0, to, at, inputs[sample].length);
    }

    @Override
    public void target(int sample, float[] to, int at) {
        System.arraycopy(targets[sample], 0, to, at, targets[sample].length);
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }
}
