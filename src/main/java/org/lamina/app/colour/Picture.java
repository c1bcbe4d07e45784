package org.lamina.app.colour;

import java.util.Arrays;
import java.util.List;
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

    /// The picture in grey under the colours of a map of any size, which is enlarged smoothly.
    public Picture under(Units map, Scale scale) {
        int[] mixed = new int[pixels.length];
        for (int i = 0; i < mixed.length; i++) {
            double x = (i % width + 0.5) / width * map.width() - 0.5;
            int row = i / width;
            double y = (row + 0.5) / height * map.height() - 0.5;
            mixed[i] = mix(grey(pixels[i]), scale.colour(between(map, x, y)));
        }
        return new Picture(width, height, mixed);
    }

    /// Bilinear.
    private static float between(Units map, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double down = y - top;
        return (float) ((1 - down) * ((1 - right) * at(map, left, top) + right * at(map, left + 1, top))
                + down * ((1 - right) * at(map, left, top + 1) + right * at(map, left + 1, top + 1)));
    }

    private static float at(Units map, int x, int y) {
        return map.at(0, Math.clamp(x, 0, map.width() - 1), Math.clamp(y, 0, map.height() - 1));
    }

    private static int grey(int argb) {
        int level = ((argb >> 16 & 0xff) + (argb >> 8 & 0xff) + (argb & 0xff)) / 3;
        return ColourMap.argb(level, level, level);
    }

    private static int mix(int one, int other) {
        return ((one >>> 1 & 0x7f7f7f) + (other >>> 1 & 0x7f7f7f)) | 0xff000000;
    }

    /// Pictures side by side in rows, each in the corner of a cell as large as the largest, a clear pixel between them.
    public static Picture collage(List<Picture> pictures, int columns) {
        int side = pictures.stream().mapToInt(p -> Math.max(p.width, p.height)).max().orElse(1) + 1;
        int rows = Math.ceilDiv(pictures.size(), columns);
        Picture whole = new Picture(columns * side - 1, rows * side - 1,
                new int[(columns * side - 1) * (rows * side - 1)]);
        for (int i = 0; i < pictures.size(); i++) {
            Picture part = pictures.get(i);
            for (int row = 0; row < part.height; row++)
                System.arraycopy(part.pixels, row * part.width, whole.pixels,
                        (i / columns * side + row) * whole.width + i % columns * side, part.width);
        }
        return whole;
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
