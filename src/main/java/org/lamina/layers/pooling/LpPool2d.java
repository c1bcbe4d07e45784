package org.lamina.layers.pooling;

import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.lamina.layers.Blocks;
import org.lamina.layers.Pooling;
import org.lamina.layers.Python;
import org.lamina.layers.Sliding;
import org.lamina.layers.Space;
import org.lamina.spec.Card;
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
@Card(id = "lp-pool-2d", title = "Lp pool 2D", family = Family.POOLING, keywords = {"power", "norm",
        "root mean square"})
@Help("""
        The p-norm of each window, between the sum (p = 1) and the largest number (p → ∞): y = (Σ |x|ᵖ)^(1/p).

        **Shape** channels×H×W → channels×H'×W', H' = ⌊(H + 2·padding − window) / stride⌋ + 1.

        **Source** Sermanet et al., 2012; ONNX `LpPool`.
        """)
public record LpPool2d(
        @Help("The norm's exponent p.") @Int(min = 1, max = 4) int power,
        @Help("Side of the square window.") @Int(min = 1, max = 63, soft = 4, unit = "px") int window,
        @Help("How far the window moves.") @Int(min = 1, max = 63, soft = 4, unit = "px") int stride,
        @Help("Rows and columns of zeros added on every side. At most half the window.") @Int(min = 0, max = 31, soft = 2, unit = "px") int padding)
        implements
            Layer {

    /// Below it a window counts as zero, whose root would have no slope.
    private static final double LEAST = 1e-37;

    public LpPool2d() {
        this(2, 2, 2, 0);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        return Pooling.infer(Space.PLANE, inputs.getFirst(), new Window(window, stride, padding));
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        return new Sliding(Space.PLANE, new Window(window, stride, padding), false).reads(inputs.getFirst(), answer);
    }

    @Override
    public Block block(List<Shape> inputs) {
        return Blocks.function(x -> x.abs().pow(Blocks.number(power, x)).getNDArrayInternal()
                .avgPool(Space.PLANE.each(window), Space.PLANE.each(stride), Space.PLANE.each(padding), false, true)
                .mul(Blocks.number(window * window, x)).maximum(Blocks.number(LEAST, x))
                .pow(Blocks.number(1.0 / power, x)));
    }

    @Override
    public void onnx(OnnxSink sink) {
        sink.result(sink.node("LpPool", List.of(sink.input(0)), Map.of(
                "kernel_shape", Space.PLANE.onnx(window),
                "strides", Space.PLANE.onnx(stride),
                "pads", new long[]{padding, padding, padding, padding},
                "p", (long) power)));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "lambda x: functional.lp_pool2d(functional.pad(x.abs(), %s), %d, %d, %d)"
                .formatted(Python.tuple(padding, padding, padding, padding), power, window, stride);
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Lambda(lambda x: (%1$d * keras.ops.average_pool(keras.ops.pad(keras.ops.abs(x) ** %2$d, ((0, 0), (%5$d, %5$d), (%5$d, %5$d), (0, 0))), %3$d, %4$d)) ** (1 / %2$d))"
                .formatted(window * window, power, window, stride, padding);
    }
}
