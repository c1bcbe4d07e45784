package org.lamina.layers.resize;

import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
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
import org.lamina.spec.Remedy;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "pixel-shuffle", title = "Pixel shuffle", family = Family.RESIZE, keywords = {"depth to space",
        "super-resolution", "sub-pixel", "upsample"})
@Help("""
        Lays factor² channels into one of a larger picture: each pixel's channels become a square of pixels. A convolution
        before it learns what goes where.

        **Shape** channels·factor²×H×W → channels×factor·H×factor·W.

        **Source** Shi et al., 2016; ONNX `DepthToSpace`, mode CRD.
        """)
public record PixelShuffle(
        @Help("How many times as many rows and columns leave.") @Int(min = 1, max = 32, soft = 4) int factor)
        implements
            Layer {

    public PixelShuffle() {
        this(2);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        if (!in.isImage())
            return Fit.needsImage(in);
        int square = factor * factor;
        if (in.size(0) % square == 0)
            return Fit.known(in, in.size(0) / square, (long) factor * in.size(1), (long) factor * in.size(2));
        int more = Math.ceilDiv(in.size(0), square) * square;
        return Inferred.refusedFor("factor",
                "needs channels divisible by %d, got %s: put a 1×1 convolution with %d filters before it"
                        .formatted(square, in, more),
                new Remedy.Insert("Insert 1×1 convolution", 0, "conv-2d",
                        Map.of("filters", more, "kernel", 1, "padding", 0)));
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        return Region.of(inputs.getFirst(), axis -> axis > 0
                ? answer.places(axis).map(pixel -> pixel / factor)
                : answer.places(0).flatMap(channel -> answer.places(1).map(y -> y % factor).distinct()
                        .flatMap(y -> answer.places(2).map(x -> (channel * factor + y) * factor + x % factor))));
    }

    @Override
    public Block block(List<Shape> inputs) {
        Shape out = output(inputs);
        Shape in = inputs.getFirst();
        return Blocks.function(x -> x.reshape(-1, out.size(0), factor, factor, in.size(1), in.size(2))
                .transpose(0, 1, 4, 2, 5, 3).reshape(Blocks.anyBatch(out)));
    }

    @Override
    public void onnx(OnnxSink sink) {
        sink.result(sink.node("DepthToSpace", List.of(sink.input(0)),
                Map.of("blocksize", (long) factor, "mode", "CRD")));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.PixelShuffle(%d)".formatted(factor);
    }

    @Override
    public String keras(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        Shape out = output(inputs);
        return "keras.Sequential([layers.Reshape(%s), layers.Permute((1, 4, 2, 5, 3)), layers.Reshape(%s)])".formatted(
                Python.tuple(in.size(1), in.size(2), out.size(0), factor, factor), Python.channelsLast(out));
    }
}
