package org.lamina.layers.core;

import ai.djl.nn.Block;
import ai.djl.training.initializer.NormalInitializer;
import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Blocks;
import org.lamina.layers.Fit;
import org.lamina.layers.Python;
import org.lamina.spec.Card;
import org.lamina.spec.Cost;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

@AutoService(Layer.class)
@Card(id = "positional-encoding", title = "Positional encoding", family = Family.CORE, keywords = {"position",
        "transformer", "sine", "order"})
@Help("""
        Adds to every step numbers that tell where it stands, as attention alone does not see the order. Sinusoidal:
        sin(t / 10000^(2i / width)) in even, the cosine in odd places. Learned: trained numbers for each step.

        **Shape** the same as its input: time×width.

        **Source** Vaswani et al., 2017; Gehring et al., 2017 (learned); ONNX `Add`.
        """)
public record PositionalEncoding(
        @Help("Fixed waves, or trained numbers.") Kind kind) implements Layer {

    /// Where the numbers come from.
    public enum Kind {
        SINUSOIDAL,
        LEARNED
    }

    public PositionalEncoding() {
        this(Kind.SINUSOIDAL);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return in.isSequence() ? Inferred.known(in) : Fit.needsSequence(in);
    }

    @Override
    public Cost cost(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return new Cost(kind == Kind.LEARNED ? in.elements() : 0, 0, in.bytes());
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        return answer;
    }

    @Override
    public Block block(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        Tensor waves = waves(in);
        return switch (kind) {
            case SINUSOIDAL -> Blocks.function(x -> x.add(Blocks.constant(waves, x)));
            case LEARNED -> Blocks.function(
                    List.of(Blocks.parameter("weight", new NormalInitializer(0.02f), in.size(0), in.size(1))),
                    (x, weights) -> x.add(weights.getFirst()));
        };
    }

    private static Tensor waves(Shape in) {
        float[] numbers = new float[(int) in.elements()];
        int width = in.size(1);
        for (int i = 0; i < numbers.length; i++) {
            int step = i / width;
            int place = i % width;
            double angle = step / Math.pow(10_000, (place - place % 2) / (double) width);
            numbers[i] = (float) (place % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
        }
        return new Tensor(in.sizes(), numbers);
    }

    @Override
    public void onnx(OnnxSink sink) {
        String positions = switch (kind) {
            case SINUSOIDAL -> sink.constant(waves(sink.output()));
            case LEARNED -> sink.weight("weight");
        };
        sink.result(sink.node("Add", List.of(sink.input(0), positions)));
    }

    @Override
    public String torch(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return "PositionalEncoding(%d, %d, learned=%s)".formatted(in.size(0), in.size(1),
                Python.bool(kind == Kind.LEARNED));
    }

    @Override
    public String torchSource() {
        return """
                class PositionalEncoding(nn.Module):
                    def __init__(self, time, width, learned):
                        super().__init__()
                        place = torch.arange(width)
                        angle = torch.arange(time)[:, None] / 10000 ** ((place - place % 2) / width)
                        waves = torch.where(place % 2 == 0, angle.sin(), angle.cos())
                        if learned:
                            self.weight = nn.Parameter(torch.randn(time, width) * 0.02)
                        else:
                            self.weight = waves

                    def forward(self, x):
                        return x + self.weight.to(x.device)
                """;
    }

    /// Keras' own layer of this kind is learned, in its companion library.
    @Override
    public String keras(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return switch (kind) {
            case SINUSOIDAL ->
                "layers.Lambda(lambda x: x + [[(math.cos if i %% 2 else math.sin)(t / 10000 ** ((i - i %% 2) / %2$d)) for i in range(%2$d)] for t in range(%1$d)])"
                        .formatted(in.size(0), in.size(1));
            case LEARNED -> "keras_hub.layers.PositionEmbedding(%d)".formatted(in.size(0));
        };
    }
}
