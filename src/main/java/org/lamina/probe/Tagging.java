package org.lamina.probe;

import java.util.Arrays;
import java.util.List;
import org.lamina.study.Hierarchy.Kind;
import org.lamina.study.Hierarchy.Patch;
import org.lamina.study.Hierarchy.Tag;
import org.lamina.tensor.Tensor;

/// Says what kind of feature a unit is, by measured numbers alone.
///
/// @param reach share of the picture's shorter side that the receptive field spans, 0…1
/// @param selectivity for its favourite class, 0…1
/// @param favourite that class in words
/// @param patches its most exciting ones
record Tagging(double reach, double selectivity, String favourite, List<Patch> patches) {

    /// Direction selectivity from which on a pattern is an edge.
    static final double EDGE = 0.3;
    private static final double SMOOTH = 0.2;
    private static final double SELECTIVE = 0.5;
    private static final double WHOLE = 0.75;
    private static final double HALF = 0.5;
    private static final double ALIKE = 0.5;

    /// Of a unit that is a class's score.
    Tag answer() {
        return new Tag(Kind.CLASS, favourite, "It is the network's score of this class");
    }

    /// Of a filter that reads the picture itself.
    ///
    /// @param kernel channels×height×width
    Tag kernel(Tensor kernel) {
        if (patches.isEmpty())
            return silent();
        int[] sizes = kernel.sizes();
        int plane = sizes[1] * sizes[2];
        float[][] planes = new float[sizes[0]][];
        Arrays.setAll(planes, c -> Arrays.copyOfRange(kernel.values(), c * plane, (c + 1) * plane));
        Orientation orientation = Orientation.of(planes, sizes[1], sizes[2]);
        String measured = "Its kernel's energy has direction selectivity %.2f".formatted(orientation.selectivity());
        if (orientation.selectivity() >= EDGE)
            return new Tag(Kind.EDGE, "edge %.0f°".formatted(orientation.degrees()),
                    measured + ", at least %.1f: an edge".formatted(EDGE));
        double smooth = smoothness(planes, sizes[2]);
        String further = measured + ", less than %.1f, and neighbouring weights correlate %.2f".formatted(EDGE, smooth);
        return smooth >= SMOOTH
                ? new Tag(Kind.BLOB, "blob", further + ", at least %.1f: a blob".formatted(SMOOTH))
                : new Tag(Kind.TEXTURE, "texture", further + ", less than %.1f: a texture".formatted(SMOOTH));
    }

    /// Of a unit further up.
    Tag pattern() {
        if (patches.isEmpty())
            return silent();
        String measured = "Class selectivity %.2f, field %.0f %% of the picture".formatted(selectivity, 100 * reach);
        if (selectivity >= SELECTIVE && reach >= WHOLE)
            return new Tag(Kind.OBJECT, "object: " + favourite, measured + " (at least %.1f and %.0f %%): an object"
                    .formatted(SELECTIVE, 100 * WHOLE));
        if (selectivity >= SELECTIVE || reach >= HALF)
            return new Tag(Kind.PART, selectivity >= SELECTIVE ? "part of " + favourite : "part",
                    measured + " (at least %.1f or %.0f %%): a part".formatted(SELECTIVE, 100 * HALF));
        return small(measured);
    }

    private Tag small(String measured) {
        double alike = alike();
        if (alike < ALIKE)
            return new Tag(Kind.TEXTURE, "texture", measured
                    + ", its patches correlate %.2f with their mean (less than %.1f): a texture".formatted(alike,
                            ALIKE));
        int[] sizes = patches.getFirst().pixels().sizes();
        Orientation orientation = Orientation.of(new float[][]{centred(mean())}, sizes[1], sizes[2]);
        String direction = measured
                + ", its mean patch has direction selectivity %.2f".formatted(orientation.selectivity());
        return orientation.selectivity() >= EDGE
                ? new Tag(Kind.EDGE, "edge %.0f°".formatted(orientation.degrees()),
                        direction + " (at least %.1f): an edge".formatted(EDGE))
                : new Tag(Kind.CORNER, "corner", direction + " (less than %.1f): a corner".formatted(EDGE));
    }

    /// How alike neighbouring weights are, against how alike a weight is to itself: about 0 in noise, towards 1 in what is
    /// smooth.
    private static double smoothness(float[][] planes, int width) {
        double pairs = 0;
        double products = 0;
        double squares = 0;
        for (float[] plane : planes)
            for (int i = 0; i < plane.length; i++) {
                squares += (double) plane[i] * plane[i] / (planes.length * plane.length);
                if (i % width + 1 < width) {
                    products += (double) plane[i] * plane[i + 1];
                    pairs++;
                }
                if (i + width < plane.length) {
                    products += (double) plane[i] * plane[i + width];
                    pairs++;
                }
            }
        return squares == 0 || pairs == 0 ? 0 : products / pairs / squares;
    }

    private static Tag silent() {
        return new Tag(Kind.SILENT, "silent", "No picture makes it respond");
    }

    /// Mean correlation of the patches with their mean.
    private double alike() {
        float[] mean = centred(mean());
        return patches.stream().filter(this::isWhole).mapToDouble(p -> correlation(centred(grey(p)), mean)).average()
                .orElse(0);
    }

    /// Grey, over the patches that are as large as the first.
    private float[] mean() {
        List<Patch> whole = patches.stream().filter(this::isWhole).toList();
        float[] mean = new float[grey(whole.getFirst()).length];
        for (Patch patch : whole) {
            float[] grey = grey(patch);
            for (int i = 0; i < mean.length; i++)
                mean[i] += grey[i] / whole.size();
        }
        return mean;
    }

    private boolean isWhole(Patch patch) {
        return Arrays.equals(patch.pixels().sizes(), patches.getFirst().pixels().sizes());
    }

    private static float[] grey(Patch patch) {
        int channels = patch.pixels().sizes()[0];
        float[] values = patch.pixels().values();
        float[] grey = new float[values.length / channels];
        for (int i = 0; i < values.length; i++)
            grey[i % grey.length] += values[i] / channels;
        return grey;
    }

    private static float[] centred(float[] values) {
        double sum = 0;
        for (float value : values)
            sum += value;
        float[] centred = new float[values.length];
        for (int i = 0; i < values.length; i++)
            centred[i] = (float) (values[i] - sum / values.length);
        return centred;
    }

    private static double correlation(float[] a, float[] b) {
        double product = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < a.length; i++) {
            product += (double) a[i] * b[i];
            first += (double) a[i] * a[i];
            second += (double) b[i] * b[i];
        }
        return first == 0 || second == 0 ? 0 : product / Math.sqrt(first * second);
    }
}
