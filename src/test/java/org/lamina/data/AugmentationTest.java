package org.lamina.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamina.data.generate.Pattern;
import org.lamina.data.generate.Planes;
import org.lamina.tensor.Shape;

class AugmentationTest {
    private static final double QUARTER = Math.PI / 2;

    private static float[] warped(Warp warp, int height, int width, int channels, float... pixels) {
        float[] to = new float[pixels.length];
        warp.apply(pixels, height, width, channels, to, 0);
        return to;
    }

    /// Each worked by hand on the picture 1 2 3 / 4 5 6.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0   | 0   | 0   | 1 | false | 1 2 3 4 5 6",
            "0   | 0   | 0   | 1 | true  | 3 2 1 6 5 4",
            "1   | 0   | 0   | 1 | false | 1 1 2 4 4 5",
            "-1  | 0   | 0   | 1 | false | 2 3 3 5 6 6",
            "0   | 1   | 0   | 1 | false | 1 2 3 1 2 3",
            "0.5 | 0   | 0   | 1 | false | 1 1.5 2.5 4 4.5 5.5",
            "0   | 0   | 180 | 1 | false | 6 5 4 3 2 1",
            "0   | 0   | 0   | 2 | false | 2.25 2.75 3.25 3.75 4.25 4.75"})
    void pictureIsMovedAsByHand(double right, double down, double degrees, double scale, boolean mirrored,
            String expected) {
        float[] seen = warped(new Warp(right, down, Math.toRadians(degrees), scale, mirrored), 2, 3, 1, 1, 2, 3, 4, 5,
                6);
        double[] wanted = Arrays.stream(expected.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
        for (int i = 0; i < 6; i++)
            assertThat(seen[i]).as("pixel %d", i).isCloseTo((float) wanted[i], within(1e-6f));
    }

    /// 1 2 3 / 4 5 6 / 7 8 9 turned clockwise reads 7 4 1 / 8 5 2 / 9 6 3.
    @Test
    void quarterTurnMovesEveryPixelExactly() {
        assertThat(warped(new Warp(0, 0, QUARTER, 1, false), 3, 3, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9))
                .containsExactly(7, 4, 1, 8, 5, 2, 9, 6, 3);
        assertThat(warped(new Warp(0, 0, QUARTER, 1, false), 2, 2, 2, 1, 10, 2, 20, 3, 30, 4, 40))
                .containsExactly(3, 30, 1, 10, 4, 40, 2, 20);
    }

    /// Against the JDK's own bilinear transform, away from the edge, which it treats otherwise.
    @Test
    void anyTurnIsThatOfTheJdk() {
        int side = 24;
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        float[] pixels = new float[side * side];
        for (int i = 0; i < pixels.length; i++) {
            int grey = (int) (127 + 100 * Math.sin(i % side / 3.0) * Math.cos(Math.floorDiv(i, side) / 4.0));
            picture.getRaster().setSample(i % side, i / side, 0, grey);
            pixels[i] = grey;
        }
        AffineTransform turn = AffineTransform.getRotateInstance(Math.toRadians(30), side / 2.0, side / 2.0);
        BufferedImage turned = new AffineTransformOp(turn, AffineTransformOp.TYPE_BILINEAR).filter(picture,
                new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY));
        float[] seen = warped(new Warp(0, 0, Math.toRadians(30), 1, false), side, side, 1, pixels);
        for (int y = 6; y < side - 6; y++)
            for (int x = 6; x < side - 6; x++)
                assertThat(seen[y * side + x]).as("%d, %d", x, y)
                        .isCloseTo(turned.getRaster().getSample(x, y, 0), within(2f));
    }

    private static Images pictures() {
        byte[][] pixels = new byte[40][36];
        SplittableRandom random = new SplittableRandom(1);
        for (byte[] picture : pixels)
            random.nextBytes(picture);
        return new Images(Shape.image(1, 6, 6), List.of("a", "b"), pixels, new int[40], 0, List.of());
    }

    private static float[] epoch(Augmentation augmentation, long seed, int epoch) {
        DataSet set = augmentation.on(pictures(), seed, epoch);
        int[] all = IntStream.range(0, 40).toArray();
        Batches batches = Batches.shuffled(set, all, 16, seed, 1);
        Batch batch = batches.room();
        float[] seen = new float[40 * 36];
        for (int i = 0, at = 0; i < batches.count(); at += batch.size() * 36, i++) {
            batches.fill(i, batch);
            batch.inputs().asFloatBuffer().get(seen, at, batch.size() * 36);
        }
        return seen;
    }

    private static List<Augmentation> each() {
        return List.of(new Augmentation(0.2, 0, 0, false, 0, 0), new Augmentation(0, 30, 0, false, 0, 0),
                new Augmentation(0, 0, 0.3, false, 0, 0), new Augmentation(0, 0, 0, true, 0, 0),
                new Augmentation(0, 0, 0, false, 0.3, 0), new Augmentation(0, 0, 0, false, 0, 0.1),
                new Augmentation(0.2, 30, 0.3, true, 0.3, 0.1));
    }

    @ParameterizedTest
    @MethodSource("each")
    void seedAndEpochDecideAndNothingElse(Augmentation augmentation) {
        float[] seen = epoch(augmentation, 1, 1);
        assertThat(seen).isEqualTo(epoch(augmentation, 1, 1)).isNotEqualTo(epoch(augmentation, 1, 2))
                .isNotEqualTo(epoch(augmentation, 2, 1)).isNotEqualTo(epoch(Augmentation.NONE, 1, 1));
        for (float value : seen)
            assertThat(value).isBetween(0f, 1f);
    }

    @Test
    void halfOfThePicturesAreMirrored() {
        DataSet plain = pictures();
        DataSet mirrored = new Augmentation(0, 0, 0, true, 0, 0).on(plain, 1, 1);
        float[] one = new float[36];
        float[] other = new float[36];
        int changed = 0;
        for (int i = 0; i < 40; i++) {
            plain.input(i, one, 0);
            mirrored.input(i, other, 0);
            changed += Arrays.equals(one, other) ? 0 : 1;
        }
        assertThat(changed).isBetween(10, 30);
    }

    @Test
    void setIsLeftAloneWhereThereIsNothingToChange() {
        DataSet pictures = pictures();
        DataSet points = new Planes(Pattern.SPIRAL, 100, 0.1, 1).open(Path.of(""), Progress.NONE);
        assertThat(Augmentation.NONE.on(pictures, 1, 1)).isSameAs(pictures);
        assertThat(new Augmentation(0.2, 0, 0, false, 0, 0).on(points, 1, 1)).isSameAs(points);
    }
}
