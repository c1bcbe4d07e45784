package org.lamina.layers.pooling;

import ai.djl.nn.Block;
import ai.djl.nn.pooling.Pool;
import com.google.auto.service.AutoService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
@Card(id = "average-pool-2d", title = "Average pool 2D", family = Family.POOLING, keywords = {"downsample", "subsample",
        "mean"})
@Help("""
        Replaces each window by its average: a smaller, smoother picture.

        **Shape** channels×H×W → channels×H'×W', H' = ⌊(H + 2·padding − window) / stride⌋ + 1.

        **Source** LeCun et al., 1998; ONNX `AveragePool` with `count_include_pad`.
        """)
public record AveragePool2d(
        @Help("Side of the square window.") @Int(min = 1, max = 63, soft = 4, unit = "px") int window,
        @Help("How far the window moves.") @Int(min = 1, max = 63, soft = 4, unit = "px") int stride,
        @Help("Rows and columns of zeros added on every side; they count in the average. At most half the window.") @Int(min = 0, max = 31, soft = 2, unit = "px") int padding)
        implements
            Layer {

    public AveragePool2d() {
        this(2, 2, 0);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        return Pooling.infer(inputs.getFirst(), sliding());
    }

    @Override
    public Block block(List<Shape> inputs) {
        return Pool.avgPool2dBlock(Blocks.square(window), Blocks.square(stride), Blocks.square(padding), false, true);
    }

    @Override
    public void onnx(OnnxSink sink) {
        Map<String, Object> attributes = new HashMap<>(Pooling.attributes(sliding()));
        attributes.put("count_include_pad", 1L);
        sink.result(sink.node("AveragePool", List.of(sink.input(0)), attributes));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.AvgPool2d(%d, stride=%d, padding=%d)".formatted(window, stride, padding);
    }

    @Override
    public String keras(List<Shape> inputs) {
        return Pooling.keras("layers.AveragePooling2D(%d, strides=%d)".formatted(window, stride), padding, "0.0");
    }

    private Window sliding() {
        return new Window(window, stride, padding);
    }
}
