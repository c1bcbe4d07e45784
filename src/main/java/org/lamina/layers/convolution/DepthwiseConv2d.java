package org.lamina.layers.convolution;

import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Convolution;
import org.lamina.layers.Convolving;
import org.lamina.layers.Python;
import org.lamina.layers.Sliding;
import org.lamina.layers.Space;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Window;

@AutoService(Layer.class)
@Card(id = "depthwise-conv-2d", title = "Depthwise conv 2D", family = Family.CONVOLUTION, keywords = {"convolution",
        "separable", "mobilenet", "groups"})
@Help("""
        Slides filters over each channel on its own, so that channels do not mix: far fewer weights than a Conv 2D, which
        often follows with 1×1 filters to mix them.

        **Shape** channels×H×W → channels·multiplier×H'×W', H' = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.

        **Source** Howard et al., 2017 (MobileNet); ONNX `Conv` with a group per channel.
        """)
public record DepthwiseConv2d(
        @Help("How many filters each channel gets.") @Int(min = 1, max = 1024, soft = 8) int multiplier,
        @Help("Side of the square filter.") @Int(min = 1, max = 63, soft = 11, unit = "px") int kernel,
        @Help("How far the filter moves.") @Int(min = 1, max = 63, soft = 4, unit = "px") int stride,
        @Help("Rows and columns of zeros added on every side.") @Int(min = 0, max = 255, soft = 5, unit = "px") int padding,
        @Help("Pads by itself so that ⌈size / stride⌉ rows and columns leave; `padding` does not count then.") boolean same,
        @Help("Distance between neighbouring taps of the filter; 1 is a dense filter.") @Int(min = 1, max = 63, soft = 8, unit = "px") int dilation,
        @Help("Whether each filter has an offset of its own.") boolean bias) implements Convolving {

    public DepthwiseConv2d() {
        this(1, 3, 1, 1, false, 1, true);
    }

    @Override
    public Space space() {
        return Space.PLANE;
    }

    @Override
    public Convolution over(Shape in) {
        return new Convolution(in, new Sliding(space(), new Window(kernel, stride, padding, dilation), same),
                (long) in.channels() * multiplier, in.channels(), bias);
    }

    @Override
    public String keras(List<Shape> inputs) {
        return over(inputs.getFirst())
                .keras("layers.DepthwiseConv2D(%d, strides=%d, depth_multiplier=%d, dilation_rate=%d, use_bias=%s)"
                        .formatted(kernel, stride, multiplier, dilation, Python.bool(bias)));
    }
}
