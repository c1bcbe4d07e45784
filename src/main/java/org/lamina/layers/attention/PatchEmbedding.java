package org.lamina.layers.attention;

import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lamina.layers.Blocks;
import org.lamina.layers.Convolution;
import org.lamina.layers.Fit;
import org.lamina.layers.Sliding;
import org.lamina.layers.Space;
import org.lamina.spec.Card;
import org.lamina.spec.Cost;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Remedy;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Window;

@AutoService(Layer.class)
@Card(id = "patch-embedding", title = "Patch embedding", family = Family.ATTENTION, keywords = {"vit",
        "vision transformer", "tokens"})
@Help("""
        Cuts a picture into square patches and makes a row of numbers of each, so that a transformer can read the picture
        as a sequence, row by row.

        **Shape** channels×H×W → (H / patch · W / patch)×width.

        **Source** Dosovitskiy et al., 2020 (ViT); ONNX `Conv`, `Reshape`, `Transpose`.
        """)
public record PatchEmbedding(
        @Help("Side of a patch. Must divide both sides of the picture.") @Int(min = 1, max = 256, soft = 32, unit = "px") int patch,
        @Help("How many numbers stand for a patch.") @Int(min = 1, max = 65_536, soft = 1_024) int width)
        implements
            Layer {

    public PatchEmbedding() {
        this(4, 64);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        if (!in.isImage())
            return Fit.needsImage(in);
        if (in.size(1) % patch == 0 && in.size(2) % patch == 0)
            return Fit.known(Shape.sequence(1, 1), patches(in), width);
        int fitting = IntStream.rangeClosed(1, patch).filter(n -> in.size(1) % n == 0 && in.size(2) % n == 0).max()
                .orElse(1);
        return Inferred.refusedFor("patch",
                "needs a patch that divides %d and %d pixels, got %d: set patch to %d".formatted(in.size(1), in.size(2),
                        patch, fitting),
                new Remedy.Set("Set patch to " + fitting, "patch", fitting));
    }

    private long patches(Shape in) {
        return (long) (in.size(1) / patch) * (in.size(2) / patch);
    }

    @Override
    public Cost cost(List<Shape> inputs) {
        return over(inputs).cost(output(inputs));
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        Shape in = inputs.getFirst();
        int columns = in.size(2) / patch;
        return Region.all(in).with(1, answer.places(0).flatMap(token -> pixels(token / columns)))
                .with(2, answer.places(0).flatMap(token -> pixels(token % columns)));
    }

    private IntStream pixels(int place) {
        return IntStream.range(place * patch, (place + 1) * patch);
    }

    @Override
    public Block block(List<Shape> inputs) {
        Convolution convolution = over(inputs);
        Shape out = output(inputs);
        return Blocks.function(Blocks.weights(true, width, convolution.weightSizes()),
                (x, weights) -> convolution.apply(x, weights.getFirst(), weights.getLast())
                        .reshape(-1, width, out.size(0)).transpose(0, 2, 1));
    }

    @Override
    public void onnx(OnnxSink sink) {
        String maps = over(sink.inputs()).operators(sink, sink.input(0), sink.weight("weight"), sink.weight("bias"));
        String rows = sink.node("Reshape", List.of(maps, sink.constant(-1, width, sink.output().size(0))));
        sink.result(sink.node("Transpose", List.of(rows), Map.of("perm", new long[]{0, 2, 1})));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "Patches(%s)".formatted(over(inputs).torch());
    }

    @Override
    public String torchSource() {
        return """
                class Patches(nn.Module):
                    def __init__(self, convolution):
                        super().__init__()
                        self.convolution = convolution

                    def forward(self, x):
                        return self.convolution(x).flatten(2).transpose(1, 2)
                """;
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "keras.Sequential([layers.Conv2D(%1$d, %2$d, strides=%2$d), layers.Reshape((-1, %1$d))])".formatted(
                width,
                patch);
    }

    private Convolution over(List<Shape> inputs) {
        return new Convolution(inputs.getFirst(), new Sliding(Space.PLANE, new Window(patch, patch, 0), false), width,
                1,
                true);
    }
}
