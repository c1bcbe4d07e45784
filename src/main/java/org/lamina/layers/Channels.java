package org.lamina.layers;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.lamina.spec.Numbers;
import org.lamina.spec.Working.Part;
import org.lamina.tensor.Shape;

/// The channels of what arrives, or its features, beside the one that a number of the answer stands in; for layers that
/// keep the shape.
public final class Channels {

    private Channels() {}

    /// The channel of the number.
    public static int at(Numbers numbers) {
        return numbers.cell() / inner(shape(numbers)) % shape(numbers).channels();
    }

    /// The numbers of all channels that stand where the number does.
    public static Part part(Numbers numbers) {
        int inner = inner(shape(numbers));
        int first = numbers.cell() - at(numbers) * inner;
        int[] cells = IntStream.range(0, shape(numbers).channels()).map(c -> first + c * inner).toArray();
        float[] values = new float[cells.length];
        for (int c = 0; c < cells.length; c++)
            values[c] = numbers.input(0, cells[c]);
        return new Part("channels", 0, cells.length, values, new float[0], cells);
    }

    /// Over the number's channel in the whole batch.
    public static double mean(Numbers numbers) {
        return channel(numbers).average().orElseThrow();
    }

    /// The mean squared distance from [#mean], over the number's channel in the whole batch.
    public static double variance(Numbers numbers) {
        double mean = mean(numbers);
        return channel(numbers).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    }

    private static DoubleStream channel(Numbers numbers) {
        float[] values = numbers.inputs().getFirst().values();
        int inner = inner(shape(numbers));
        int channels = shape(numbers).channels();
        int channel = at(numbers);
        return IntStream.range(0, values.length).filter(i -> i / inner % channels == channel)
                .mapToDouble(i -> values[i]);
    }

    /// Numbers between one channel and the next.
    private static int inner(Shape shape) {
        return IntStream.range(shape.channelAxis() + 1, shape.rank()).map(shape::size).reduce(1, (a, b) -> a * b);
    }

    private static Shape shape(Numbers numbers) {
        return numbers.shapes().getFirst();
    }
}
