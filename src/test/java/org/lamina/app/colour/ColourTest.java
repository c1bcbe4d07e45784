package org.lamina.app.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

final class ColourTest {

    /// CIE 1976 lightness L*, which the maps are not computed from.
    private static double lightness(int argb) {
        double luminance = 0.2126 * linear(argb >> 16 & 255) + 0.7152 * linear(argb >> 8 & 255)
                + 0.0722 * linear(argb & 255);
        return luminance > 0.008856 ? 116 * Math.cbrt(luminance) - 16 : 903.3 * luminance;
    }

    private static double linear(int part) {
        double encoded = part / 255.0;
        return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
    }

    private static void lightensEvenly(ColourMap map, double from, double to, double least) {
        double before = lightness(map.at(from));
        double first = before;
        for (int i = 1; i <= 32; i++) {
            double now = lightness(map.at(from + (to - from) * i / 32));
            assertThat(now).as("step %d", i).isGreaterThan(before);
            assertThat(now - before).as("step %d", i).isLessThan(2.5 * (least / 32) + 1);
            before = now;
        }
        assertThat(before - first).isGreaterThan(least);
    }

    @Test
    void sequentialMapLightensInEvenSteps() {
        lightensEvenly(ColourMap.SEQUENTIAL, 0, 1, 75);
    }

    @Test
    void divergingMapLightensFromEitherEndToWhite() {
        lightensEvenly(ColourMap.DIVERGING, 0, 0.5, 45);
        lightensEvenly(ColourMap.DIVERGING, 1, 0.5, 45);
        assertThat(lightness(ColourMap.DIVERGING.at(0))).isCloseTo(lightness(ColourMap.DIVERGING.at(1)), within(6.0));
    }

    @Test
    void scaleStartsAtZeroAndLiesEvenlyAroundItWhereThereAreSigns() {
        assertThat(Scale.of(new float[]{1, 3, Float.NaN})).isEqualTo(new Scale(0, 3));
        assertThat(Scale.of(new float[]{-4, 3})).isEqualTo(new Scale(-4, 4));
        assertThat(Scale.of(new float[]{Float.NEGATIVE_INFINITY, 2, Float.POSITIVE_INFINITY}))
                .isEqualTo(new Scale(0, 2));
        assertThat(new Scale(0, 7).and(new Scale(-2, 2))).isEqualTo(new Scale(-7, 7));
        assertThat(new Scale(-4, 4).position(0)).isEqualTo(0.5);
        assertThat(new Scale(0, 0).position(0)).isZero();
        assertThat(new Scale(0, 1).colour(Float.NaN)).isEqualTo(ColourMap.NOT_A_NUMBER);
    }

    @Test
    void gammaLiftsWeakNumbersAlikeOnBothSidesOfZero() {
        Scale plain = new Scale(0, 1);
        assertThat(plain.with(0.5).colour(0.25f)).isEqualTo(plain.colour(0.5f));
        Scale signed = new Scale(-1, 1);
        assertThat(signed.with(0.5).colour(0.25f)).isEqualTo(signed.colour(0.5f));
        assertThat(signed.with(0.5).colour(-0.25f)).isEqualTo(signed.colour(-0.5f));
        for (float end : new float[]{-1, 0, 1})
            assertThat(signed.with(0.35).colour(end)).isEqualTo(signed.colour(end));
        assertThat(signed.with(0.5).colour(Float.NaN)).isEqualTo(ColourMap.NOT_A_NUMBER);
    }

    /// Two units of a layer, of which the second is stronger, in a network with a stronger layer still.
    @Test
    void unitsOfALayerOrAllLayersShareOneScale() {
        Units layer = new Units(2, 1, 2, new float[]{0, 1, 0, 4});
        List<Tensor> layers = List.of(new Tensor(new int[]{4}, layer.values()),
                new Tensor(new int[]{2}, new float[]{-8, 2}));
        Map<Extent, List<Scale>> expected = Map.of(
                Extent.UNIT, List.of(new Scale(0, 1, 0.5), new Scale(0, 4, 0.5)),
                Extent.LAYER, List.of(new Scale(0, 4, 0.5), new Scale(0, 4, 0.5)),
                Extent.NETWORK, List.of(new Scale(-8, 8, 0.5), new Scale(-8, 8, 0.5)));
        expected.forEach((extent, scales) -> assertThat(IntStream.range(0, 2)
                .mapToObj(new Colouring(extent, 0.5, null).among(layers).of(layer)).toList()).as(extent.name())
                .isEqualTo(scales));
        assertThat(new Colouring(Extent.NETWORK, 1, null).of(layer).apply(0)).as("alone").isEqualTo(new Scale(0, 4));
    }

    @Test
    void mosaicPutsUnitsSideBySideWithAGap() {
        Units units = new Units(3, 2, 1, new float[]{1, 2, 3, 4, 5, 6});
        Mosaic mosaic = new Mosaic(3, 2, 1, 2, 1);
        int[] pixels = new int[mosaic.width() * mosaic.height()];
        mosaic.draw((unit, index) -> (int) units.values()[units.start(unit) + index], pixels);
        assertThat(pixels).containsExactly(1, 2, 0, 3, 4, //
                0, 0, 0, 0, 0, //
                5, 6, 0, 0, 0);
        assertThat(new int[]{mosaic.unitAt(0, 0), mosaic.unitAt(4, 0), mosaic.unitAt(1, 2), mosaic.unitAt(4, 2),
                mosaic.unitAt(-1, 0)}).containsExactly(0, 1, 2, -1, -1);
    }

    @Test
    void mosaicFitsTheRoom() {
        Units maps = new Units(64, 28, 28, new float[64 * 28 * 28]);
        assertThat(Mosaic.fitting(maps, 1)).isEqualTo(new Mosaic(64, 28, 28, 8, 1));
        assertThat(Mosaic.fitting(maps, 4)).isEqualTo(new Mosaic(64, 28, 28, 16, 1));
    }

    @Test
    void outputsOfEveryRankAreUnits() {
        assertThat(Units.ofOutput(new Tensor(new int[]{3}, new float[]{1, 2, 3}))).extracting(Units::count,
                Units::width, Units::height).containsExactly(3, 1, 1);
        assertThat(Units.ofOutput(new Tensor(new int[]{2, 3}, new float[6]))).extracting(Units::count, Units::width,
                Units::height).containsExactly(1, 3, 2);
        assertThat(Units.ofOutput(new Tensor(new int[]{4, 2, 3}, new float[24]))).extracting(Units::count,
                Units::width, Units::height).containsExactly(4, 3, 2);
    }

    @Test
    void weightsOfADenseLayerAreLaidOutLikeThePictureTheyRead() {
        Tensor weight = new Tensor(new int[]{2, 4}, new float[]{1, 2, 3, 4, 5, 6, 7, 8});
        Kernels kernels = Kernels.of(weight, Shape.image(1, 2, 2));
        assertThat(kernels).extracting(Kernels::filters, Kernels::width, Kernels::height).containsExactly(2, 2, 2);
        assertThat(kernels.units(kernels.views().getFirst()).of(1)).containsExactly(5, 6, 7, 8);
        assertThat(Kernels.of(weight, null).filters()).isEqualTo(1);
    }

    @Test
    void kernelsOfManyChannelsAreAveragedOrShownByChannel() {
        Kernels kernels = Kernels.of(new Tensor(new int[]{1, 2, 1, 2}, new float[]{1, 2, 5, 8}), null);
        assertThat(kernels.views()).extracting(Kernels.View::title).containsExactly("Mean over input channels",
                "Input channel 1", "Input channel 2");
        assertThat(kernels.units(kernels.views().get(0)).values()).containsExactly(3, 5);
        assertThat(kernels.units(kernels.views().get(2)).values()).containsExactly(5, 8);
    }

    @Test
    void kernelsOfThreeChannelsAreColoursOnOneScale() {
        Kernels kernels = Kernels.of(new Tensor(new int[]{1, 3, 1, 2}, new float[]{-4, 4, 0, 4, 0, -4}), null);
        Bank bank = kernels.bank(kernels.views().getFirst(), new Colouring(Extent.UNIT, 1, null));
        assertThat(bank.scale(0)).isEqualTo(new Scale(-4, 4));
        assertThat(IntStream.range(0, 2).map(i -> bank.paint().argb(0, i))).containsExactly(0xff008080, 0xffffff00);
        assertThat(bank.units().values()).containsExactly(new float[]{-4 / 3f, 4 / 3f}, within(1e-6f));
    }

    @Test
    void coarserUnitsAreMeansOfSquaresAndOfWhatIsLeftAtTheEdges() {
        Units units = new Units(2, 3, 2, new float[]{1, 2, 3, 5, 8, 13, 0, 0, 6, 0, 0, 2});
        assertThat(units.coarser(2)).usingRecursiveComparison()
                .isEqualTo(new Units(2, 2, 1, new float[]{4, 8, 0, 4}));
    }

    /// 64 maps of 224×224 are ten times as wide as the room; each unit keeps its place and the gap beside it.
    @Test
    void unitsArePaintedNoFinerThanTheDisplayShowsThem() {
        Units units = new Units(64, 224, 224, new float[64 * 224 * 224]);
        for (int display = 1; display <= 2; display++) {
            Tiles tiles = Tiles.of(Bank.of(units, new Colouring(Extent.LAYER, 1, null)), 175, 175, display);
            assertThat(tiles.by()).isEqualTo(10 / display);
            assertThat(tiles.picture().width()).isBetween(175 * display, 2 * 175 * display);
            assertThat(tiles.mosaic().x(9)).isEqualTo(224 / tiles.by() + 2);
        }
    }

    @Test
    void samplesKeepTheirBrightnessInEitherOrder() {
        Tensor last = new Tensor(new int[]{1, 2, 3}, new float[]{1, 0, 0, 0, 0, 1});
        Tensor first = new Tensor(new int[]{3, 1, 2}, new float[]{1, 0, 0, 0, 0, 1});
        Picture expected = new Picture(2, 1, new int[]{0xFFFF0000, 0xFF0000FF});
        assertThat(Picture.channelsLast(last)).isEqualTo(expected);
        assertThat(Picture.channelsFirst(first)).isEqualTo(expected);
    }
}
