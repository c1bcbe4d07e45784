package org.lamina.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.lamina.spec.Cost;
import org.lamina.spec.Inferred;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Remedy;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Window;

/// A transposed convolution: every cell stamps its filters onto the output, `stride` cells apart, and overlapping stamps
/// add up. What the layers of that kind share.
///
/// Its block has the parameters `weight`, channels×(filters / groups)×kernel×…, and where wanted `bias`, filters.
///
/// @param sliding whose padding is cut off the output; `same` cuts it to length·stride
public record Transposed(Shape in, Sliding sliding, int filters, int groups, boolean bias)
        implements
            Filtering.Operation {

    private Space space() {
        return sliding.space();
    }

    private Window window() {
        return sliding.window();
    }

    private int stride() {
        return window().stride();
    }

    private int reach() {
        return (int) window().reach();
    }

    /// Cells cut off at both ends of every axis.
    private int cut() {
        return sliding.same() ? Math.max(0, reach() - stride()) : 2 * window().padding();
    }

    private int begin() {
        return cut() / 2;
    }

    private int end() {
        return cut() - begin();
    }

    /// Cells that no stamp reaches at the end of every axis.
    private int empty() {
        return sliding.same() ? Math.max(0, stride() - reach()) : 0;
    }

    /// The shape rule; cells cut off are set by the parameter `padding`.
    @Override
    public Inferred infer() {
        if (in.channels() % groups != 0 || filters % groups != 0)
            return Convolution.wrongGroups(in.channels(), filters, groups);
        long[] lengths = Arrays.stream(space().lengths(in))
                .mapToLong(n -> (n - 1L) * stride() + reach() - cut() + empty()).toArray();
        long shortest = Arrays.stream(lengths).min().orElseThrow();
        return shortest >= 1 ? space().shape(in, filters, lengths) : cutsAll(shortest);
    }

    private Inferred cutsAll(long left) {
        int most = window().padding() - (int) Math.ceilDiv(1 - left, 2);
        return Inferred.refusedFor("padding",
                "needs a padding that leaves something of the output, got %d: set it to at most %d"
                        .formatted(window().padding(), most),
                new Remedy.Set("Set padding to " + most, "padding", most));
    }

    /// The cells whose stamps reach some cells of some filters.
    @Override
    public Region reads(Region answer) {
        Region channels = Convolution.grouped(answer, in, filters, groups);
        return Region.of(in, axis -> axis == in.channelAxis() ? channels.places(axis)
                : answer.places(axis).flatMap(this::stamping));
    }

    private IntStream stamping(int cell) {
        return IntStream.range(0, window().size()).map(tap -> cell + begin() - tap * window().dilation())
                .filter(at -> at >= 0 && at % stride() == 0).map(at -> at / stride());
    }

    @Override
    public Cost cost(Shape out) {
        long perChannel = Arrays.stream(weightSizes()).skip(1).reduce(1, (a, b) -> a * b);
        return new Cost(in.channels() * perChannel + (bias ? filters : 0), in.elements() * perChannel, out.bytes());
    }

    private long[] weightSizes() {
        return LongStream.concat(LongStream.of(in.channels(), filters / groups),
                Arrays.stream(space().onnx(window().size()))).toArray();
    }

    @Override
    public Block block(Shape out) {
        return Blocks.function(Blocks.weights(bias, filters, weightSizes()), (x, weights) -> {
            NDArray stamped = stamped(x, weights.getFirst(), space().lengths(out));
            NDArray answer = bias ? stamped.add(weights.getLast()) : stamped;
            return space() == Space.LINE ? answer : answer.transpose(channelsFirst());
        });
    }

    /// Output cells that are `stride` apart see the same taps of the filter, so that the transposed convolution is one
    /// dense convolution with a filter per phase, whose answers are interleaved, then cut. Channels last.
    private NDArray stamped(NDArray x, NDArray weight, int[] lengths) {
        int axes = space().axes();
        int taps = Math.ceilDiv(reach(), stride());
        NDArray turned = space().turned(x);
        NDArray phases = turned.getNDArrayInternal().convolution(turned, phaseFilters(x, weight, taps), null,
                space().each(1), space().each(taps - 1), space().each(1), groups).singletonOrThrow();
        long[] cells = Arrays.stream(phases.getShape().getShape()).skip(2).toArray();
        NDArray split = phases.reshape(Sizes.of(-1).and(groups).and(space().onnx(stride())).and(filters / groups)
                .and(cells).array());
        Sizes order = Sizes.of(0);
        for (int axis = 0; axis < axes; axis++)
            order = order.and(axes + 3 + axis, 2 + axis);
        NDArray whole = split.transpose(order.and(1, axes + 2).indices())
                .reshape(Sizes.of(-1).and(Arrays.stream(cells).map(n -> n * stride()).toArray()).and(filters).array());
        return whole.get(Arrays.stream(lengths).mapToObj(n -> "%d:%d".formatted(begin(), begin() + n))
                .collect(Collectors.joining(", ", ":, ", "")));
    }

    /// channels×(filters / groups)×kernel… → (groups·phases·filters / groups)×(channels / groups)×taps…, the taps
    /// reversed.
    private NDArray phaseFilters(NDArray x, NDArray weight, int taps) {
        int axes = space().axes();
        int missing = taps * stride() - reach();
        NDArray dense = dilated(weight, x);
        NDArray whole = dense.pad(new ai.djl.ndarray.types.Shape(
                LongStream.range(0, 2L * axes).map(i -> i % 2 * missing).toArray()), 0);
        whole.attach(x.getManager());
        Sizes sizes = Sizes.of(groups).and(in.channels() / groups, filters / groups);
        Sizes order = Sizes.of(0);
        for (int axis = 0; axis < axes; axis++) {
            sizes = sizes.and(taps, stride());
            order = order.and(4 + 2 * axis);
        }
        order = order.and(2, 1);
        for (int axis = 0; axis < axes; axis++)
            order = order.and(3 + 2 * axis);
        long phases = (long) Math.pow(stride(), axes);
        return whole.reshape(sizes.array()).transpose(order.indices())
                .flip(IntStream.range(axes + 3, 2 * axes + 3).toArray())
                .reshape(Sizes.of(filters * phases).and(in.channels() / groups).and(space().onnx(taps)).array());
    }

    /// A filter with zeros between its taps.
    private NDArray dilated(NDArray weight, NDArray x) {
        int dilation = window().dilation();
        NDArray spread = weight;
        for (int axis = 2; dilation > 1 && axis < 2 + space().axes(); axis++) {
            long[] sizes = spread.getShape().getShape().clone();
            NDArray column = spread.expandDims(axis + 1);
            column.attach(x.getManager());
            long[] gaps = column.getShape().getShape().clone();
            gaps[axis + 1] = dilation - 1L;
            NDArray zeros = x.getManager().zeros(new ai.djl.ndarray.types.Shape(gaps));
            sizes[axis] *= dilation;
            spread = column.concat(zeros, axis + 1).reshape(sizes)
                    .get(":, ".repeat(axis) + ":" + reach() + ", :".repeat(1 + space().axes() - axis));
        }
        return spread;
    }

    private int[] channelsFirst() {
        int axes = space().axes();
        return IntStream.concat(IntStream.of(0, axes + 1), IntStream.rangeClosed(1, axes)).toArray();
    }

    @Override
    public void onnx(OnnxSink sink) {
        String x = space().turned(sink, sink.input(0));
        List<String> inputs = bias ? List.of(x, sink.weight("weight"), sink.weight("bias"))
                : List.of(x, sink.weight("weight"));
        sink.result(space().turned(sink, sink.node("ConvTranspose", inputs, Map.of(
                "kernel_shape", space().onnx(window().size()),
                "strides", space().onnx(stride()),
                "dilations", space().onnx(window().dilation()),
                "pads", Sizes.of().and(space().onnx(begin())).and(space().onnx(end())).array(),
                "output_padding", space().onnx(empty()),
                "group", (long) groups))));
    }

    @Override
    public String torch() {
        int axes = space().axes();
        String conv = "nn.ConvTranspose%dd(%d, %d, %d, stride=%d, padding=%d, output_padding=%d, dilation=%d, groups=%d, bias=%s)"
                .formatted(axes, in.channels(), filters, window().size(), stride(), begin(), empty(),
                        window().dilation(), groups, Python.bool(bias));
        return begin() == end() ? conv
                : "nn.Sequential(%s, nn.ConstantPad%dd(%s, 0.0))".formatted(conv, axes,
                        Python.tuple(IntStream.range(0, 2 * axes).map(i -> -(i % 2)).toArray()));
    }

    /// Keras cuts nothing, leaves stride − reach empty cells where stamps do not touch, and knows no groups.
    public String keras() {
        String layer = "layers.Conv%dDTranspose(%d, %d, strides=%d, dilation_rate=%d, use_bias=%s)".formatted(
                space().axes(), filters / groups, window().size(), stride(), window().dilation(), Python.bool(bias));
        String whole = groups == 1 ? layer : keras(layer);
        int last = end() + Math.max(0, stride() - reach()) - empty();
        if (begin() == 0 && last == 0)
            return whole;
        String pairs = Stream.generate(() -> "(%d, %d)".formatted(begin(), last)).limit(space().axes())
                .collect(Collectors.joining(", "));
        return "keras.Sequential([%s, layers.Cropping%dD(%s)])".formatted(whole, space().axes(),
                space() == Space.LINE ? pairs : "(" + pairs + ")");
    }

    private String keras(String layer) {
        int channels = in.channels() / groups;
        return "(lambda x: keras.Model(x, layers.Concatenate()([%s(x[..., i:i + %d]) for i in range(0, %d, %d)])))(keras.Input(%s))"
                .formatted(layer, channels, in.channels(), channels, Python.channelsLast(in));
    }
}
