package org.lamina.layers.resize;

import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Blocks;
import org.lamina.layers.Fit;
import org.lamina.layers.Python;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "zero-pad-2d", title = "Zero pad 2D", family = Family.RESIZE, keywords = {"padding", "border", "margin"})
@Help("""
        Adds rows and columns of zeros around the picture, on each side as many as set.

        **Shape** channels×H×W → channels×(top + H + bottom)×(left + W + right).

        **Source** ONNX `Pad`.
        """)
public record ZeroPad2d(
        @Help("Rows added at the top.") @Int(min = 0, max = 1024, soft = 16, unit = "px") int top,
        @Help("Rows added at the bottom.") @Int(min = 0, max = 1024, soft = 16, unit = "px") int bottom,
        @Help("Columns added at the left edge.") @Int(min = 0, max = 1024, soft = 16, unit = "px") int left,
        @Help("Columns added at the right edge.") @Int(min = 0, max = 1024, soft = 16, unit = "px") int right)
        implements
            Layer {

    public ZeroPad2d() {
        this(1, 1, 1, 1);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return in.isImage()
                ? Fit.known(in, in.size(0), (long) top + in.size(1) + bottom, (long) left + in.size(2) + right)
                : Fit.needsImage(in);
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        Shape in = inputs.getFirst();
        return answer.moved(1, -top, in.size(1)).moved(2, -left, in.size(2));
    }

    @Override
    public Block block(List<Shape> inputs) {
        var edges = new ai.djl.ndarray.types.Shape(left, right, top, bottom);
        return Blocks.function(x -> x.pad(edges, 0));
    }

    @Override
    public void onnx(OnnxSink sink) {
        String pads = sink.constant(0, 0, top, left, 0, 0, bottom, right);
        sink.result(sink.node("Pad", List.of(sink.input(0), pads)));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.ZeroPad2d(%s)".formatted(Python.tuple(left, right, top, bottom));
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.ZeroPadding2D(((%d, %d), (%d, %d)))".formatted(top, bottom, left, right);
    }
}
