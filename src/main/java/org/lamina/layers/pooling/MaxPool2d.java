package org.lamina.layers.pooling;

import ai.djl.nn.Block;
import ai.djl.nn.pooling.Pool;
import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Blocks;
import org.lamina.layers.Pooling;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Int;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Window;

@AutoService(Layer.class)
@Card(id = "max-pool-2d", title = "Max pool 2D", family = Family.POOLING, keywords = {"downsample", "subsample"})
@Help("""
        Keeps the largest number of each window, so that a pattern counts wherever in the window it was seen.

        **Shape** channels×H×W → channels×H'×W', H' = ⌊(H + 2·padding − window) / stride⌋ + 1.

        **Source** Riesenhuber and Poggio, 1999; ONNX `MaxPool`.
        """)
public record MaxPool2d(
        @Help("Side of the square window.") @Int(min = 1, max = 63, soft = 4, unit = "px") int window,
        @Help("How far the window moves.") @Int(min = 1, max = 63, soft = 4, unit = "px") int stride,
        @Help("Rows and columns added on every side; they never win. At most half the window.") @Int(min = 0, max = 31, soft = 2, unit = "px") int padding)
        implements
            Layer {

    public MaxPool2d() {
        this(2, 2, 0);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        return Pooling.infer(inputs.getFirst(), sliding());
    }

    @Override
    public Block block(List<Shape> inputs) {
        return Pool.maxPool2dBlock(Blocks.square(window), Blocks.square(stride), Blocks.square(padding));
    }

    @Override
    public boolean picksLargest() {
        return true;
    }

    @Override
    public void onnx(OnnxSink sink) {
        sink.result(sink.node("MaxPool", List.of(sink.input(0)), Pooling.attributes(sliding())));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.MaxPool2d(%d, stride=%d, padding=%d)".formatted(window, stride, padding);
    }

    @Override
    public String keras(List<Shape> inputs) {
        return Pooling.keras("layers.MaxPooling2D(%d, strides=%d)".formatted(window, stride), padding, "-float('inf')");
    }

    private Window sliding() {
        return new Window(window, stride, padding);
    }
}
