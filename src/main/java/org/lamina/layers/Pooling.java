package org.lamina.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.lamina.spec.Explaining;
import org.lamina.spec.Inferred;
import org.lamina.spec.Numbers;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Remedy;
import org.lamina.spec.Working;
import org.lamina.spec.Working.Part;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Window;

/// A layer that puts one number in the place of each window.
public interface Pooling extends Explaining {

    /// How a window becomes a number.
    enum Kind {
        /// Padding never wins.
        MAX("Max", "Max", "-float('inf')"),
        /// Padding counts as zeros.
        AVERAGE("Average", "Avg", "0.0");

        private final String name;
        private final String torch;
        private final String padding;

        Kind(String name, String torch, String padding) {
            this.name = name;
            this.torch = torch;
            this.padding = padding;
        }
    }

    Kind kind();

    Space space();

    int window();

    int stride();

    int padding();

    @Override
    default boolean picksLargest() {
        return kind() == Kind.MAX;
    }

    @Override
    default Inferred infer(List<Shape> inputs) {
        return infer(space(), inputs.getFirst(), new Window(window(), stride(), padding()));
    }

    /// The shape rule of windows that are set by the parameters `window`, `stride` and `padding`.
    static Inferred infer(Space space, Shape in, Window window) {
        if (!space.fits(in))
            return space.refused(in);
        int most = window.size() / 2;
        if (window.padding() > most)
            return Inferred.refusedFor("padding",
                    "needs a padding of at most half the window, that is %d, got %d: a window would see nothing but padding"
                            .formatted(most, window.padding()),
                    new Remedy.Set("Set padding to " + most, "padding", most));
        return new Sliding(space, window, false).over(in, in.channels(), "window");
    }

    @Override
    default Region reads(int port, List<Shape> inputs, Region answer) {
        return new Sliding(space(), new Window(window(), stride(), padding()), false).reads(inputs.getFirst(), answer);
    }

    @Override
    default Block block(List<Shape> inputs) {
        return Blocks.function(x -> space().turned(pooled(space().turned(x))));
    }

    @Override
    default Working working(Numbers numbers) {
        Shape in = numbers.shapes().getFirst();
        Shape out = output(numbers.shapes());
        Taps taps = Taps.at(new Sliding(space(), new Window(window(), stride(), padding()), false), in,
                space().cell(out, numbers.cell()), space().lengths(out));
        float[] weights = new float[kind() == Kind.MAX ? 0 : taps.cells().length];
        Arrays.fill(weights, 1f / taps.cells().length);
        Part part = taps.part(numbers, space().channel(out, numbers.cell()), weights);
        return switch (kind()) {
            case MAX -> new Working.Largest("y = max window", part);
            case AVERAGE -> new Working.Sum("y = Σ window / " + taps.cells().length, List.of(part), null);
        };
    }

    private NDArray pooled(NDArray x) {
        var window = space().each(window());
        var stride = space().each(stride());
        return switch (kind()) {
            case MAX -> x.getNDArrayInternal().maxPool(window, stride, space().each(padding()), false);
            case AVERAGE -> padded(x).getNDArrayInternal().avgPool(window, stride,
                    space().each(isPaddedBefore() ? 0 : padding()), false, true);
        };
    }

    /// PyTorch's average in 3D refuses a window larger than the volume without its padding.
    private boolean isPaddedBefore() {
        return kind() == Kind.AVERAGE && space() == Space.VOLUME && padding() > 0;
    }

    private NDArray padded(NDArray x) {
        return isPaddedBefore()
                ? x.pad(new ai.djl.ndarray.types.Shape(LongStream.generate(this::padding).limit(6).toArray()), 0)
                : x;
    }

    @Override
    default void onnx(OnnxSink sink) {
        Map<String, Object> attributes = new HashMap<>(Map.of(
                "kernel_shape", space().onnx(window()),
                "strides", space().onnx(stride()),
                "pads", LongStream.generate(this::padding).limit(2L * space().axes()).toArray()));
        if (kind() == Kind.AVERAGE)
            attributes.put("count_include_pad", 1L);
        String x = space().turned(sink, sink.input(0));
        sink.result(space().turned(sink, sink.node(kind().name + "Pool", List.of(x), attributes)));
    }

    @Override
    default String torch(List<Shape> inputs) {
        String pool = "nn.%sPool%dd(%d, stride=%d, padding=%d)".formatted(kind().torch, space().axes(), window(),
                stride(), isPaddedBefore() ? 0 : padding());
        return Python.channelsFirst(inputs.getFirst(), isPaddedBefore()
                ? "nn.Sequential(nn.ConstantPad3d(%d, 0.0), %s)".formatted(padding(), pool)
                : pool);
    }

    @Override
    default String torchSource() {
        return space() == Space.LINE ? Python.CHANNELS_FIRST : "";
    }

    @Override
    default String keras(List<Shape> inputs) {
        String layer = "layers.%sPooling%dD(%d, strides=%d)".formatted(kind().name, space().axes(), window(), stride());
        if (padding() == 0)
            return layer;
        String pairs = "(%1$d, %1$d), ".formatted(padding()).repeat(space().axes());
        return "keras.Sequential([layers.Lambda(lambda x: keras.ops.pad(x, ((0, 0), %s(0, 0)), constant_values=%s)), %s])"
                .formatted(pairs, kind().padding, layer);
    }
}
