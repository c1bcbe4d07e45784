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
import org.lamina.spec.Real;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "transformer-encoder", title = "Transformer encoder", family = Family.ATTENTION, keywords = {"bert", "block",
        "self-attention", "encoder layer"})
@Help("""
        One block of a transformer that reads: every time step asks all others, then passes two dense layers on its own;
        around both leads a short cut with layer normalisation.

        **Shape** the same as its input, time×features.

        **Source** Vaswani et al., 2017; Devlin et al., 2019 (BERT); ONNX `MatMul`, `Softmax`, `LayerNormalization`.
        """)
public record TransformerEncoder(
        @Help("How many questions are asked at once; they share the features.") @Int(min = 1, max = 1024, soft = 16) int heads,
        @Help("Units between the two dense layers; four times the features is usual.") @Int(min = 1, max = 65_536, soft = 2048) int hidden,
        @Help("Share of the numbers that is silenced at random while training.") @Real(min = 0, max = 0.99, soft = 0.5) double dropout,
        @Help("What stands between the two dense layers.") FeedForward activation,
        @Help("Normalises before attention and dense layers, which trains more calmly, instead of behind their sums, as the first transformer did.") boolean normFirst)
        implements
            Transforming {

    public TransformerEncoder() {
        this(4, 256, 0.1, FeedForward.GELU, true);
    }

    @Override
    public Transformer transformer(List<Shape> inputs) {
        return new Transformer(inputs.getFirst().size(1), heads, hidden, dropout, activation, normFirst, false, false);
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.TransformerEncoderLayer(%d, %d, %d, %s, '%s', batch_first=True, norm_first=%s)".formatted(
                inputs.getFirst().size(1), heads, hidden, dropout, activation.name().toLowerCase(Locale.ROOT),
                Python.bool(normFirst));
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "keras_hub.layers.TransformerEncoder(%d, %d, dropout=%s, activation='%s', normalize_first=%s)".formatted(
                hidden, heads, dropout, activation.name().toLowerCase(Locale.ROOT), Python.bool(normFirst));
    }
}
