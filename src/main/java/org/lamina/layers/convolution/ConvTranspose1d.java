package org.lamina.layers.convolution;

import com.google.auto.service.AutoService;
import org.lamina.layers.Sliding;
import org.lamina.layers.Space;
import org.lamina.layers.Transposed;
import org.lamina.layers.Transposing;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Window;

@AutoService(Layer.class)
@Card(id = "conv-transpose-1d", title = "Conv transpose 1D", family = Family.CONVOLUTION, keywords = {"deconvolution",
        "upsample", "fractionally strided", "decoder", "generator"})
@Help("""
        The convolution's counterpart that makes sequences longer: every step stamps its filters onto the output, `stride` steps
        apart, and overlapping stamps add up.

        **Shape** time×features → time'×filters, time' = (time − 1)·stride − 2·padding + dilation·(kernel − 1) + 1.

        **Source** Zeiler et al., 2010; ONNX `ConvTranspose`.
        """)
public record ConvTranspose1d(
        @Help("How many features leave.") @Int(min = 1, max = 65_536, soft = 256) int filters,
        @Help("Length of the filter.") @Int(min = 1, max = 1023, soft = 31, unit = "steps") int kernel,
        @Help("How far apart the stamps lie.") @Int(min = 1, max = 63, soft = 4, unit = "steps") int stride,
        @Help("Steps cut off on every side.") @Int(min = 0, max = 255, soft = 5, unit = "steps") int padding,
        @Help("Cuts by itself so that size·stride steps leave; `padding` does not count then.") boolean same,
        @Help("Distance between neighbouring taps of the filter; 1 is a dense filter.") @Int(min = 1, max = 63, soft = 8, unit = "steps") int dilation,
        @Help("Splits the features into groups that do not see each other. Must divide the features and the filters.") @Int(min = 1, max = 65_536, soft = 32) int groups,
        @Help("Whether each filter has an offset of its own.") boolean bias) implements Transposing {

    public ConvTranspose1d() {
        this(32, 4, 2, 1, false, 1, 1, true);
    }

    @Override
    public Space space() {
        return Space.LINE;
    }

    @Override
    public Transposed over(Shape in) {
        return new Transposed(in, new Sliding(space(), new Window(kernel, stride, padding, dilation), same), filters,
                groups, bias);
    }
}
