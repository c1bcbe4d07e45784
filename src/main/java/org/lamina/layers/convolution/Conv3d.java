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
@Card(id = "conv-3d", title = "Conv 3D", family = Family.CONVOLUTION, keywords = {"convolution", "filter", "kernel",
        "volume", "video", "voxel"})
@Help("""
        Slides small filters through a volume, such as a scan or a short film. Each filter answers where it finds its pattern
        and gives one channel of the output.

        **Shape** channels×D×H×W → filters×D'×H'×W', D' = ⌊(D + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.

        **Source** Ji et al., 2010; ONNX `Conv`.
        """)
public record Conv3d(
        @Help("How many patterns are looked for, and so how many channels leave.") @Int(min = 1, max = 65_536, soft = 256) int filters,
        @Help("Side of the cubic filter.") @Int(min = 1, max = 31, soft = 7, unit = "cells") int kernel,
        @Help("How far the filter moves.") @Int(min = 1, max = 63, soft = 4, unit = "cells") int stride,
        @Help("Layers, rows and columns of zeros added on every side.") @Int(min = 0, max = 255, soft = 5, unit = "cells") int padding,
        @Help("Pads by itself so that ⌈size / stride⌉ layers, rows and columns leave; `padding` does not count then.") boolean same,
        @Help("Distance between neighbouring taps of the filter; 1 is a dense filter.") @Int(min = 1, max = 63, soft = 8, unit = "cells") int dilation,
        @Help("Splits the channels into groups that do not see each other. Must divide the channels and the filters.") @Int(min = 1, max = 65_536, soft = 32) int groups,
        @Help("Whether each filter has an offset of its own.") boolean bias) implements Convolving {

    public Conv3d() {
        this(16, 3, 1, 1, false, 1, 1, true);
    }

    @Override
    public Space space() {
        return Space.VOLUME;
    }

    @Override
    public Convolution over(Shape in) {
        return new Convolution(in, new Sliding(space(), new Window(kernel, stride, padding, dilation), same), filters,
                groups, bias);
    }

    @Override
    public String keras(List<Shape> inputs) {
        return over(inputs.getFirst())
                .keras("layers.Conv3D(%d, %d, strides=%d, dilation_rate=%d, groups=%d, use_bias=%s)"
                        .formatted(filters, kernel, stride, dilation, groups, Python.bool(bias)));
    }
}
