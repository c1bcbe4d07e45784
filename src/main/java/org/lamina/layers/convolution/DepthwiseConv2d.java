package org.lamina.layers.convolution;

import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Convolution;
import org.lamina.layers.Convolving;
import org.lamina.layers.Fit;
import org.lamina.layers.Python;
import org.lamina.layers.Sliding;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
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

        **Shape** channels×H×W → channels·multiplier×H'×W', H' = ⌊(H + 2·padding − kernel) / stride⌋ + 1.

        **Source** Howard et al., 2017 (MobileNet); ONNX `Conv` with a group per channel.
        """)
public record DepthwiseConv2d(
        @Help("How many filters each channel gets.") @Int(min = 1, max = 1024, soft = 8) int multiplier,
        @Help("Side of the square filter.") @Int(min = 1, max = 63, soft = 11, unit = "px") int kernel,
        @Help("How far the filter moves.") @Int(min = 1, max = 63, soft = 4, unit = "px") int stride,
        @Help("Rows and columns of zeros added on every side.") @Int(min = 0, max = 255, soft = 5, unit = "px") int padding,
        @Help("Pads by itself so that ⌈size / stride⌉ rows and columns leave; `padding` does not count then.") boolean same,
        @Help("Whether each filter has an offset of its own.") boolean bias) implements Convolving {

    public DepthwiseConv2d() {
        this(1, 3, 1, 1, false, true);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return in.isImage() ? sliding().over(in, (long) in.size(0) * multiplier, "kernel") : Fit.needsImage(in);
    }

    @Override
    public String keras(List<Shape> inputs) {
        return over(inputs.getFirst()).keras("layers.DepthwiseConv2D(%d, strides=%d, depth_multiplier=%d, use_bias=%s)"
                .formatted(kernel, stride, multiplier, Python.bool(bias)));
    }

    private Sliding sliding() {
        return new Sliding(new Window(kernel, stride, padding), same);
    }

    @Override
    public Convolution over(Shape image) {
        return new Convolution(image, sliding(), image.size(0) * multiplier, image.size(0), bias);
    }
}
