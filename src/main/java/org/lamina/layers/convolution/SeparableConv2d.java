package org.lamina.layers.convolution;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.lamina.layers.Blocks;
import org.lamina.layers.Convolution;
import org.lamina.layers.Fit;
import org.lamina.layers.Python;
import org.lamina.layers.Sliding;
import org.lamina.layers.Space;
import org.lamina.spec.Card;
import org.lamina.spec.Cost;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Window;

@AutoService(Layer.class)
@Card(id = "separable-conv-2d", title = "Separable conv 2D", family = Family.CONVOLUTION, keywords = {"convolution",
        "depthwise", "pointwise", "xception", "mobilenet"})
@Help("""
        A depthwise convolution, which looks at each channel on its own, and 1×1 filters behind it that mix the channels: a
        Conv 2D for a fraction of its weights.

        **Shape** channels×H×W → filters×H'×W', H' = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.

        **Source** Chollet, 2017 (Xception); ONNX `Conv`, twice.
        """)
public record SeparableConv2d(
        @Help("How many channels leave.") @Int(min = 1, max = 65_536, soft = 256) int filters,
        @Help("Side of the square filter of each channel.") @Int(min = 1, max = 63, soft = 11, unit = "px") int kernel,
        @Help("How far the filter moves.") @Int(min = 1, max = 63, soft = 4, unit = "px") int stride,
        @Help("Rows and columns of zeros added on every side.") @Int(min = 0, max = 255, soft = 5, unit = "px") int padding,
        @Help("Pads by itself so that ⌈size / stride⌉ rows and columns leave; `padding` does not count then.") boolean same,
        @Help("Distance between neighbouring taps of the filter; 1 is a dense filter.") @Int(min = 1, max = 63, soft = 8, unit = "px") int dilation,
        @Help("Whether each of the 1×1 filters has an offset of its own.") boolean bias) implements Layer {

    public SeparableConv2d() {
        this(32, 3, 1, 1, false, 1, true);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        if (!in.isImage())
            return Fit.needsImage(in);
        return depthwise(in).infer() instanceof Inferred.Known(Shape middle) ? pointwise(middle).infer()
                : depthwise(in).infer();
    }

    @Override
    public Cost cost(List<Shape> inputs) {
        Shape middle = middle(inputs);
        Cost first = depthwise(inputs.getFirst()).cost(middle);
        Cost second = pointwise(middle).cost(output(inputs));
        return new Cost(first.parameters() + second.parameters(), first.multiplyAdds() + second.multiplyAdds(),
                second.activationBytes());
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        Region middle = pointwise(middle(inputs)).reads(answer);
        return depthwise(inputs.getFirst()).reads(middle);
    }

    @Override
    public Block block(List<Shape> inputs) {
        Convolution depthwise = depthwise(inputs.getFirst());
        Convolution pointwise = pointwise(middle(inputs));
        List<Parameter> parameters = new ArrayList<>(List.of(
                Blocks.parameter("depthwise.weight", Parameter.Type.WEIGHT, depthwise.weightSizes()),
                Blocks.parameter("pointwise.weight", Parameter.Type.WEIGHT, pointwise.weightSizes())));
        if (bias)
            parameters.add(Blocks.parameter("pointwise.bias", Parameter.Type.BIAS, filters));
        return Blocks.function(parameters, (x, weights) -> pointwise.apply(
                depthwise.apply(x, weights.getFirst(), null), weights.get(1), bias ? weights.getLast() : null));
    }

    @Override
    public void onnx(OnnxSink sink) {
        String middle = depthwise(sink.inputs().getFirst()).operators(sink, sink.input(0),
                sink.weight("depthwise.weight"), "");
        sink.result(pointwise(middle(sink.inputs())).operators(sink, middle, sink.weight("pointwise.weight"),
                bias ? sink.weight("pointwise.bias") : ""));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.Sequential(OrderedDict(depthwise=%s, pointwise=%s))".formatted(
                depthwise(inputs.getFirst()).torch(), pointwise(middle(inputs)).torch());
    }

    @Override
    public String torchSource() {
        return "from collections import OrderedDict\n";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return depthwise(inputs.getFirst())
                .keras("layers.SeparableConv2D(%d, %d, strides=%d, dilation_rate=%d, use_bias=%s)".formatted(filters,
                        kernel, stride, dilation, Python.bool(bias)));
    }

    private Convolution depthwise(Shape in) {
        return new Convolution(in, new Sliding(Space.PLANE, new Window(kernel, stride, padding, dilation), same),
                in.channels(), in.channels(), false);
    }

    private Shape middle(List<Shape> inputs) {
        return output(inputs).with(0, inputs.getFirst().channels());
    }

    private Convolution pointwise(Shape middle) {
        return new Convolution(middle, new Sliding(Space.PLANE, new Window(1, 1, 0), false), filters, 1, bias);
    }
}
