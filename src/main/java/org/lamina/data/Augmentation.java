package org.lamina.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lamina.spec.Help;
import org.lamina.spec.Real;
import org.lamina.tensor.Shape;

/// How pictures are changed at random before they are trained on. A record with annotated parameters like a layer's.
@Help("""
        Changes every picture a little before it is trained on, another way in each epoch, so that the network learns
        what stays the same. Validation sees the pictures as they are. The seed of the training plan gives the same
        changes again.
        """)
public record Augmentation(
        @Help("Shifts by up to this share of the side, either way.") @Real(min = 0, max = 0.5) double shift,
        @Help("Turns by up to this angle, either way.") @Real(min = 0, max = 180, soft = 45, unit = "°") double rotation,
        @Help("Enlarges or shrinks by up to this share: 0.2 gives 0.8 to 1.2 times the size.") @Real(min = 0, max = 0.9, soft = 0.5) double scale,
        @Help("Mirrors half of the pictures left to right. Not for digits and letters.") boolean flip,
        @Help("Makes brighter or darker by up to this much; white is 1.") @Real(min = 0, max = 1, soft = 0.5) double brightness,
        @Help("Adds noise to every pixel, of this standard deviation; white is 1.") @Real(min = 0, max = 1, soft = 0.3) double noise) {

    /// Leaves the pictures as they are.
    public static final Augmentation NONE = new Augmentation();

    public Augmentation() {
        this(0, 0, 0, false, 0, 0);
    }

    /// What to tell of samples that it cannot change; empty where it changes them, or is to change nothing.
    public Optional<String> complaint(Shape input) {
        return equals(NONE) || input.isImage() ? Optional.empty()
                : Optional.of("The augmentation changes nothing: these samples are no pictures, but "
                        + input.describe() + ". They are trained on as they are.");
    }

    /// The set as one epoch of training sees it; the set itself where nothing is to be changed or it has no pictures.
    ///
    /// @param seed the same seed, epoch and sample give the same change
    public DataSet on(DataSet set, long seed, int epoch) {
        return equals(NONE) || !set.info().input().isImage() ? set
                : new Augmented(set, this, Seeds.random(seed, epoch).nextLong());
    }

    /// Changes one picture in place.
    ///
    /// @param pixels height×width×channels, 0…1; the picture begins at `at`
    public void change(float[] pixels, int at, Shape shape, SplittableRandom random) {
        int end = at + (int) shape.elements();
        Warp warp = warp(shape, random);
        warp.apply(Arrays.copyOfRange(pixels, at, end), shape.size(1), shape.size(2), shape.size(0), pixels, at);
        double brighter = brightness * within(random);
        for (int i = at; brighter != 0 && i < end; i++)
            pixels[i] = (float) Math.clamp(pixels[i] + brighter, 0, 1);
        for (int i = at; noise > 0 && i < end; i++)
            pixels[i] = (float) Math.clamp(pixels[i] + noise * random.nextGaussian(), 0, 1);
    }

    private Warp warp(Shape shape, SplittableRandom random) {
        return new Warp(shift * shape.size(2) * within(random), shift * shape.size(1) * within(random),
                Math.toRadians(rotation * within(random)), 1 + scale * within(random), random.nextBoolean() && flip);
    }

    /// Between −1 and 1. Drawn whether it is needed or not, so that one setting does not change what another does.
    private static double within(SplittableRandom random) {
        return 2 * random.nextDouble() - 1;
    }
}
