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
@Card(id = "crop-2d", title = "Crop 2D", family = Family.RESIZE, keywords = {"cut", "trim", "u-net"})
@Help("""
        Cuts rows and columns off the picture, on each side as many as set.

        **Shape** channels×H×W → channels×(H − top − bottom)×(W − left − right).

        **Source** ONNX `Slice`; Ronneberger et al., 2015 (U-Net crops its shortcuts).
        """)
public record Crop2d(
        @Help("Rows cut off at the top.") @Int(min = 0, max = 1024, soft = 16, unit = "px") int top,
        @Help("Rows cut off at the bottom.") @Int(min = 0, max = 1024, soft = 16, unit = "px") int bottom,
        @Help("Columns cut off at the left edge.") @Int(min = 0, max = 1024, soft = 16, unit = "px") int left,
        @Help("Columns cut off at the right edge.") @Int(min = 0, max = 1024, soft = 16, unit = "px") int right)
        implements
            Layer {

    public Crop2d() {
        this(1, 1, 1, 1);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        if (!in.isImage())
            return Fit.needsImage(in);
        int rows = in.size(1) - top - bottom;
        int columns = in.size(2) - left - right;
        return Math.min(rows, columns) >= 1 ? Fit.known(in, in.size(0), rows, columns)
                : Inferred.refusedFor(rows < 1 ? "top" : "left",
                        "needs more than %d rows and %d columns, got %s: cut off fewer"
                                .formatted(top + bottom, left + right, in));
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        Shape in = inputs.getFirst();
        return answer.moved(1, top, in.size(1)).moved(2, left, in.size(2));
    }

    @Override
    public Block block(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        String kept = ":, :, %d:%d, %d:%d".formatted(top, in.size(1) - bottom, left, in.size(2) - right);
        return Blocks.function(x -> x.get(kept));
    }

    @Override
    public void onnx(OnnxSink sink) {
        Shape in = sink.inputs().getFirst();
        sink.result(sink.node("Slice", List.of(sink.input(0), sink.constant(top, left),
                sink.constant(in.size(1) - bottom, in.size(2) - right), sink.constant(2, 3))));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.ZeroPad2d(%s)".formatted(Python.tuple(-left, -right, -top, -bottom));
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Cropping2D(((%d, %d), (%d, %d)))".formatted(top, bottom, left, right);
    }
}
