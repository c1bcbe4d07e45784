package org.lamina.layers;

import java.util.Arrays;
import java.util.stream.Collectors;
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

    /// The sizes of a sample as Keras holds it: pictures as height×width×channels.
    public static String channelsLast(Shape shape) {
        return shape.isImage() ? tuple(shape.size(1), shape.size(2), shape.size(0)) : tuple(shape.sizes());
    }
}
