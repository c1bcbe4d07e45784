package org.lamina.layers.attention;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Locale;
import org.lamina.layers.Python;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;
import org.lamina.spec.Ports;
import org.lamina.spec.Real;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "transformer-decoder", title = "Transformer decoder", family = Family.ATTENTION, keywords = {"gpt", "block",
        "causal", "decoder layer", "language model"})
@Help("""
        One block of a transformer that writes: every time step asks itself and those before it. With one input this is
        a block of GPT; a second input is a sequence that is asked too, as the encoder's answer in translation.

        **Shape** the same as its first input, time×features; a second input has as many features.

        **Source** Vaswani et al., 2017; Radford et al., 2018 (GPT); ONNX `MatMul`, `Softmax`, `LayerNormalization`.
        """)
public record TransformerDecoder(
        @Help("How many questions are asked at once; they share the features.") @Int(min = 1, max = 1024, soft = 16) int heads,
        @Help("Units between the two dense layers; four times the features is usual.") @Int(min = 1, max = 65_536, soft = 2048) int hidden,
        @Help("Share of the numbers that is silenced at random while training.") @Real(min = 0, max = 0.99, soft = 0.5) double dropout,
        @Help("What stands between the two dense layers.") FeedForward activation,
        @Help("Normalises before attention and dense layers, which trains more calmly, instead of behind their sums, as the first transformer did.") boolean normFirst)
        implements
            Transforming {

    public TransformerDecoder() {
        this(4, 256, 0.1, FeedForward.GELU, true);
    }

    @Override
    public Ports ports() {
        return new Ports(1, 2);
    }

    @Override
    public Transformer transformer(List<Shape> inputs) {
        return new Transformer(inputs.getFirst().size(1), heads, hidden, dropout, activation, normFirst, true,
                inputs.size() > 1);
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "Decoder(nn.Transformer%sLayer(%d, %d, %d, %s, '%s', batch_first=True, norm_first=%s))".formatted(
                inputs.size() > 1 ? "Decoder" : "Encoder", inputs.getFirst().size(1), heads, hidden, dropout,
                activation.name().toLowerCase(Locale.ROOT), Python.bool(normFirst));
    }

    @Override
    public String torchSource() {
        return """
                class Decoder(nn.Module):
                    def __init__(self, layer):
                        super().__init__()
                        self.layer = layer

                    def forward(self, x, *memory):
                        ahead = torch.ones(x.shape[1], x.shape[1], dtype=torch.bool).triu(1)
                        return self.layer(x, *memory, ahead)
                """;
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "keras_hub.layers.TransformerDecoder(%d, %d, dropout=%s, activation='%s', normalize_first=%s)".formatted(
                hidden, heads, dropout, activation.name().toLowerCase(Locale.ROOT), Python.bool(normFirst));
    }
}
