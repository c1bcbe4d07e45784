package org.lamina.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.lamina.layers.Sliding.Edges;
import org.lamina.spec.Cost;
import org.lamina.spec.Inferred;
import org.lamina.spec.Numbers;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Remedy;
import org.lamina.spec.Working;
import org.lamina.spec.Working.Part;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;
import org.lamina.tensor.Window;

/// A convolution, dense, grouped or per channel: what the layers of that family share.
///
/// Its block has the parameters `weight`, filters×(channels / groups)×kernel×…, and where wanted `bias`, filters.
public record Convolution(Shape in, Sliding sliding, long filters, int groups, boolean bias)
        implements
            Filtering.Operation {

    /// The shape rule; windows are set by the parameter `kernel`.
    @Override
    public Inferred infer() {
        if (in.channels() % groups == 0 && filters % groups == 0)
            return sliding.over(in, filters, "kernel");
        return wrongGroups(in.channels(), filters, groups);
    }

    static Inferred wrongGroups(int channels, long filters, int groups) {
        return Inferred.refusedFor("groups",
                "needs groups that divide %d channels and %d filters, got %d: set groups to 1 or to a common divisor"
                        .formatted(channels, filters, groups),
                new Remedy.Set("Set groups to 1", "groups", 1));
    }

    /// What some cells of some filters are computed from.
    @Override
    public Region reads(Region answer) {
        return sliding.reads(in, grouped(answer, in, filters, groups));
    }

    /// All channels of the groups that some filters belong to.
    static Region grouped(Region answer, Shape in, long filters, int groups) {
        if (groups == 1)
            return answer.whole(in.channelAxis(), in.channels());
        int width = in.channels() / groups;
        int each = (int) (filters / groups);
        return answer.with(in.channelAxis(), answer.places(in.channelAxis()).map(filter -> filter / each).distinct()
                .flatMap(group -> IntStream.range(group * width, (group + 1) * width)));
    }

    @Override
    public Cost cost(Shape out) {
        long perFilter = Arrays.stream(weightSizes()).skip(1).reduce(1, (a, b) -> a * b);
        return new Cost(filters * perFilter + (bias ? filters : 0), out.elements() * perFilter, out.bytes());
    }

    @Override
    public Block block(Shape out) {
        return Blocks.function(Blocks.weights(bias, filters, weightSizes()),
                (x, weights) -> apply(x, weights.getFirst(), bias ? weights.getLast() : null));
    }

    /// Sizes of the parameter `weight`.
    public long[] weightSizes() {
        return LongStream.concat(LongStream.of(filters, in.channels() / groups),
                Arrays.stream(space().onnx(sliding.window().size()))).toArray();
    }

    /// The convolution of a batch.
    public NDArray apply(NDArray x, NDArray weight, @Nullable NDArray offsets) {
        Edges edges = sliding.edges(in);
        NDArray turned = space().turned(x);
        return space().turned(edges.isEven() ? convolve(turned, weight, offsets, edges.begin())
                : convolve(Sliding.padded(turned, edges), weight, offsets, new int[space().axes()]));
    }

    private NDArray convolve(NDArray x, NDArray weight, @Nullable NDArray offsets, int[] padding) {
        Window window = sliding.window();
        return x.getNDArrayInternal().convolution(x, weight, offsets, space().each(window.stride()),
                new ai.djl.ndarray.types.Shape(Arrays.stream(padding).asLongStream().toArray()),
                space().each(window.dilation()), groups).singletonOrThrow();
    }

    /// The terms of one number of the answer, channel by channel.
    public Working working(Numbers numbers, Shape out) {
        int filter = space().channel(out, numbers.cell());
        Taps taps = Taps.at(sliding, in, space().cell(out, numbers.cell()), space().lengths(out));
        int channels = in.channels() / groups;
        int first = (int) (filter / (filters / groups)) * channels;
        Tensor weight = Objects.requireNonNull(numbers.weights().get("weight"));
        List<Part> parts = IntStream.range(0, channels).mapToObj(
                c -> taps.part(numbers, first + c, taps.weights(weight, filter * channels + c))).toList();
        return new Working.Sum("y = Σ window · kernel" + (bias ? " + bias" : ""), parts,
                bias ? numbers.weight("bias")[filter] : null);
    }

    @Override
    public void onnx(OnnxSink sink) {
        sink.result(operators(sink, sink.input(0), sink.weight("weight"), bias ? sink.weight("bias") : ""));
    }

    /// Writes the operators for a value.
    ///
    /// @param offsets name of the offsets, empty for none
    public String operators(OnnxSink sink, String x, String weight, String offsets) {
        Window window = sliding.window();
        String turned = space().turned(sink, x);
        return space().turned(sink, sink.node("Conv",
                offsets.isEmpty() ? List.of(turned, weight) : List.of(turned, weight, offsets), Map.of(
                        "kernel_shape", space().onnx(window.size()),
                        "strides", space().onnx(window.stride()),
                        "dilations", space().onnx(window.dilation()),
                        "pads", sliding.edges(in).onnx(),
                        "group", (long) groups)));
    }

    @Override
    public String torch() {
        Edges edges = sliding.edges(in);
        Window window = sliding.window();
        String conv = "nn.Conv%dd(%d, %d, %d, stride=%d, padding=%s, dilation=%d, groups=%d, bias=%s)".formatted(
                space().axes(), in.channels(), filters, window.size(), window.stride(),
                edges.isEven() ? Python.tuple(edges.begin()) : "0", window.dilation(), groups, Python.bool(bias));
        return edges.isEven() ? conv
                : "nn.Sequential(nn.ConstantPad%dd(%s, 0.0), %s)".formatted(space().axes(),
                        Python.tuple(edges.lastFirst()), conv);
    }

    /// The given Keras layer with zeros added before it.
    public String keras(String layer) {
        Edges edges = sliding.edges(in);
        if (edges.isNone())
            return layer;
        String pairs = IntStream.range(0, space().axes())
                .mapToObj(i -> Python.tuple(edges.begin()[i], edges.end()[i])).collect(Collectors.joining(", "));
        return "keras.Sequential([layers.ZeroPadding%dD((%s)), %s])".formatted(space().axes(), pairs, layer);
    }

    private Space space() {
        return sliding.space();
    }
}
