package org.lamina.layers.convolution;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lamina.layers.Blocks;
import org.lamina.layers.Fit;
import org.lamina.layers.Python;
import org.lamina.spec.Card;
import org.lamina.spec.Cost;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Remedy;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Window;

@AutoService(Layer.class)
@Card(id = "conv-transpose-2d", title = "Conv transpose 2D", family = Family.CONVOLUTION, keywords = {"deconvolution",
        "upsample", "fractionally strided", "decoder", "generator"})
@Help("""
        The convolution's counterpart that makes pictures larger: every pixel stamps its filters onto the output, `stride`
        pixels apart, and overlapping stamps add up.

        **Shape** channels×H×W → filters×H'×W', H' = (H − 1)·stride − 2·padding + kernel.

        **Source** Zeiler et al., 2010; ONNX `ConvTranspose`.
        """)
public record ConvTranspose2d(
        @Help("How many channels leave.") @Int(min = 1, max = 65_536, soft = 256) int filters,
        @Help("Side of the square filter.") @Int(min = 1, max = 63, soft = 11, unit = "px") int kernel,
        @Help("How far apart the stamps lie.") @Int(min = 1, max = 63, soft = 4, unit = "px") int stride,
        @Help("Rows and columns cut off on every side.") @Int(min = 0, max = 255, soft = 5, unit = "px") int padding,
        @Help("Whether each filter has an offset of its own.") boolean bias) implements Layer {

    public ConvTranspose2d() {
        this(32, 4, 2, 1, true);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        if (!in.isImage())
            return Fit.needsImage(in);
        long height = window().transposed(in.size(1));
        long width = window().transposed(in.size(2));
        return Math.min(height, width) >= 1 ? Fit.known(in, filters, height, width)
                : cutsAll(Math.min(height, width));
    }

    private Inferred cutsAll(long left) {
        int most = padding - (int) Math.ceilDiv(1 - left, 2);
        return Inferred.refusedFor("padding",
                "needs a padding that leaves something of the picture, got %d: set it to at most %d".formatted(padding,
                        most),
                new Remedy.Set("Set padding to " + most, "padding", most));
    }

    @Override
    public Cost cost(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        long perChannel = (long) filters * kernel * kernel;
        return new Cost(in.size(0) * perChannel + (bias ? filters : 0), in.elements() * perChannel,
                output(inputs).bytes());
    }

    @Override
    public Block block(List<Shape> inputs) {
        Shape out = output(inputs);
        int channels = inputs.getFirst().size(0);
        return Blocks.function(Blocks.weights(bias, filters, channels, filters, kernel, kernel),
                (x, weights) -> transposed(x, weights, out));
    }

    /// Output pixels that are `stride` apart see the same taps of the filter, so that the transposed convolution is one
    /// dense convolution with stride² × filters filters whose answers are interleaved, then cut. The result lies in
    /// memory as channels last.
    private NDArray transposed(NDArray x, List<NDArray> weights, Shape out) {
        int taps = Math.ceilDiv(kernel, stride);
        NDArray phases = Conv2d.conv2d(x, phaseFilters(x, weights.getFirst(), taps), null, Blocks.square(1),
                Blocks.square(taps - 1)).singletonOrThrow().transpose(0, 2, 3, 1);
        long height = phases.getShape().get(1);
        long width = phases.getShape().get(2);
        NDArray image = phases.reshape(-1, height, width, stride, stride, filters).transpose(0, 1, 3, 2, 4, 5)
                .reshape(-1, height * stride, width * stride, filters);
        NDArray cut = image.get(":, %d:%d, %d:%d".formatted(padding, padding + out.size(1), padding,
                padding + out.size(2)));
        return (bias ? cut.add(weights.getLast()) : cut).transpose(0, 3, 1, 2);
    }

    /// channels×filters×kernel×kernel → (stride·stride·filters)×channels×taps×taps, the taps reversed.
    private NDArray phaseFilters(NDArray x, NDArray weight, int taps) {
        int missing = taps * stride - kernel;
        int channels = (int) weight.getShape().get(0);
        NDArray local = weight.pad(new ai.djl.ndarray.types.Shape(0, missing, 0, missing), 0);
        local.attach(x.getManager());
        return local.reshape(channels, filters, taps, stride, taps, stride).transpose(3, 5, 1, 0, 2, 4).flip(4, 5)
                .reshape((long) stride * stride * filters, channels, taps, taps);
    }

    @Override
    public void onnx(OnnxSink sink) {
        List<String> inputs = new ArrayList<>(List.of(sink.input(0), sink.weight("weight")));
        if (bias)
            inputs.add(sink.weight("bias"));
        sink.result(sink.node("ConvTranspose", inputs, Map.of(
                "kernel_shape", new long[]{kernel, kernel},
                "strides", new long[]{stride, stride},
                "pads", new long[]{padding, padding, padding, padding})));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.ConvTranspose2d(%d, %d, %d, stride=%d, padding=%d, bias=%s)".formatted(inputs.getFirst().size(0),
                filters, kernel, stride, padding, Python.bool(bias));
    }

    /// Keras cuts nothing, and leaves stride − kernel empty rows where stamps do not touch.
    @Override
    public String keras(List<Shape> inputs) {
        String layer = "layers.Conv2DTranspose(%d, %d, strides=%d, use_bias=%s)".formatted(filters, kernel, stride,
                Python.bool(bias));
        int end = padding + Math.max(0, stride - kernel);
        return end == 0 ? layer
                : "keras.Sequential([%1$s, layers.Cropping2D(((%2$d, %3$d), (%2$d, %3$d)))])".formatted(layer, padding,
                        end);
    }

    private Window window() {
        return new Window(kernel, stride, padding);
    }
}
