package org.lamina.app.colour;

import java.util.Arrays;
import org.lamina.tensor.Tensor;

/// A sample as pixels of 0xAARRGGBB.
public record Picture(int width, int height, int[] pixels) {

    /// Channels×height×width: one channel is grey, three are red, green, blue.
    public static Picture channelsFirst(Tensor sample) {
        int[] sizes = sample.sizes();
        int plane = sizes[1] * sizes[2];
        return of(sample.values(), sizes[0], sizes[2], sizes[1], plane, 1);
    }

    /// Height×width×channels, as data sets give it.
    public static Picture channelsLast(Tensor sample) {
        int[] sizes = sample.sizes();
        return of(sample.values(), sizes[2], sizes[1], sizes[0], 1, sizes[2]);
    }

    /// Values of 0…1 keep their brightness; others are stretched to it.
    private static Picture of(float[] values, int channels, int width, int height, int channelStride,
            int pixelStride) {
        float low = 0;
        float high = 1;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        int[] pixels = new int[width * height];
        int[] rgb = channels == 3 ? new int[]{0, channelStride, 2 * channelStride} : new int[3];
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = ColourMap.argb(level(values[i * pixelStride + rgb[0]], low, high),
                    level(values[i * pixelStride + rgb[1]], low, high),
                    level(values[i * pixelStride + rgb[2]], low, high));
        return new Picture(width, height, pixels);
    }

    private static int level(float value, float low, float high) {
        return Math.round(255 * (value - low) / (high - low));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture that && width == that.width && height == that.height
                && Arrays.equals(pixels, that.pixels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pixels);
    }
}
