package org.lamina.data;

import java.util.List;
import org.lamina.tensor.Shape;

/// Pictures of several classes in memory, a byte per pixel and channel.
public final class Images implements DataSet {
    private final DataInfo info;
    private final byte[][] pixels;
    private final int[] labels;
    private final int heldOut;
    private final List<String> warnings;

    /// @param pixels per picture its bytes in the order height, width, channels; black is 0
    /// @param heldOut how many of the last pictures are set aside for testing
    public Images(Shape shape, List<String> classes, byte[][] pixels, int[] labels, int heldOut,
            List<String> warnings) {
        this.info = new DataInfo(shape, new Target.Classes(classes), pixels.length);
        this.pixels = pixels;
        this.labels = labels;
        this.heldOut = heldOut;
        this.warnings = List.copyOf(warnings);
    }

    @Override
    public DataInfo info() {
        return info;
    }

    @Override
    public int heldOut() {
        return heldOut;
    }

    @Override
    public void input(int sample, float[] to, int at) {
        byte[] from = pixels[sample];
        for (int i = 0; i < from.length; i++)
            to[at + i] = (from[i] & 0xff) / 255f;
    }

    @Override
    public void target(int sample, float[] to, int at) {
        to[at] = labels[sample];
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }
}
