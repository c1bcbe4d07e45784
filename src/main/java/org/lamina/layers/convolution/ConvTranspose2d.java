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
@Card(id = "conv-transpose-2d", title = "Conv transpose 2D", family = Family.CONVOLUTION, keywords = {"deconvolution",
        "upsample", "fractionally strided", "decoder", "generator"})
@Help("""
        The convolution's counterpart that makes pictures larger: every pixel stamps its filters onto the output, `stride` pixels
        apart, and overlapping stamps add up.

        **Shape** channels×H×W → filters×H'×W', H' = (H − 1)·stride − 2·padding + dilation·(kernel − 1) + 1.

        **Source** Zeiler et al., 2010; ONNX `ConvTranspose`.
        """)
public record ConvTranspose2d(
        @Help("How many channels leave.") @Int(min = 1, max = 65_536, soft = 256) int filters,
        @Help("Side of the square filter.") @Int(min = 1, max = 63, soft = 11, unit = "px") int kernel,
        @Help("How far apart the stamps lie.") @Int(min = 1, max = 63, soft = 4, unit = "px") int stride,
        @Help("Rows and columns cut off on every side.") @Int(min = 0, max = 255, soft = 5, unit = "px") int padding,
        @Help("Cuts by itself so that size·stride rows and columns leave; `padding` does not count then.") boolean same,
        @Help("Distance between neighbouring taps of the filter; 1 is a dense filter.") @Int(min = 1, max = 63, soft = 8, unit = "px") int dilation,
        @Help("Splits the channels into groups that do not see each other. Must divide the channels and the filters.") @Int(min = 1, max = 65_536, soft = 32) int groups,
        @Help("Whether each filter has an offset of its own.") boolean bias) implements Transposing {

    public ConvTranspose2d() {
        this(32, 4, 2, 1, false, 1, 1, true);
    }

    @Override
    public Space space() {
        return Space.PLANE;
    }

    @Override
    public Transposed over(Shape in) {
        return new Transposed(in, new Sliding(space(), new Window(kernel, stride, padding, dilation), same), filters,
                groups, bias);
    }
}
