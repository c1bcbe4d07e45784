package org.lamina.layers;

import java.util.Arrays;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lamina.tensor.Shape;

/// Pieces of Python source.
public final class Python {

    private Python() {}

    /// A PyTorch module that runs another on sequences, which PyTorch then wants as channels×time.
    public static final String CHANNELS_FIRST = """
            class ChannelsFirst(nn.Module):
                def __init__(self, module):
                    super().__init__()
                    self.module = module

                def forward(self, x):
                    return self.module(x.transpose(1, 2)).transpose(1, 2)
            """;

    /// A PyTorch module that wants channels first, for such a sample; see [#CHANNELS_FIRST].
    public static String channelsFirst(Shape sample, String module) {
        return sample.isSequence() ? "ChannelsFirst(" + module + ")" : module;
    }

    public static String bool(boolean value) {
        return value ? "True" : "False";
    }

    /// `(1, 28, 28)`; one size is written `(4,)`.
    public static String tuple(int... sizes) {
        return Arrays.stream(sizes).mapToObj(String::valueOf)
                .collect(Collectors.joining(", ", "(", sizes.length == 1 ? ",)" : ")"));
    }

    /// A Keras layer that wants channels first, as Lamina holds pictures and volumes; Keras holds them last.
    public static String kerasChannelsFirst(Shape in, Shape out, String layer) {
        StringJoiner all = new StringJoiner(", ", "keras.Sequential([", "])");
        if (in.rank() > 2)
            all.add("layers.Permute(%s)".formatted(
                    tuple(IntStream.concat(IntStream.of(in.rank()), IntStream.range(1, in.rank())).toArray())));
        all.add(layer);
        if (out.rank() > 2)
            all.add("layers.Permute(%s)".formatted(
                    tuple(IntStream.concat(IntStream.rangeClosed(2, out.rank()), IntStream.of(1)).toArray())));
        return in.rank() > 2 || out.rank() > 2 ? all.toString() : layer;
    }

    /// The sizes of a sample as Keras holds it: pictures as height×width×channels.
    public static String channelsLast(Shape shape) {
        int[] sizes = shape.sizes();
        return shape.rank() < 3 ? tuple(sizes)
                : tuple(IntStream.concat(Arrays.stream(sizes).skip(1), IntStream.of(sizes[0])).toArray());
    }
}
