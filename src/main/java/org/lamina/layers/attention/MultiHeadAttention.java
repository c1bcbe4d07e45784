package org.lamina.layers.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lamina.layers.Blocks;
import org.lamina.layers.Python;
import org.lamina.spec.Attentive;
import org.lamina.spec.Card;
import org.lamina.spec.Cost;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Ports;
import org.lamina.spec.Real;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "multi-head-attention", title = "Multi-head attention", family = Family.ATTENTION, keywords = {
        "self-attention", "cross-attention", "transformer", "query", "key", "value", "gpt", "bert"})
@Help("""
        Every time step asks all others and takes from those whose keys fit its query: softmax(Q·Kᵀ / √d)·V in each head.
        With one input the sequence asks itself (self-attention); a second input is what is asked instead
        (cross-attention).

        **Shape** time×features → time×features; a second input has as many features.

        **Source** Vaswani et al., 2017; ONNX `MatMul`, `Softmax`.
        """)
public record MultiHeadAttention(
        @Help("How many questions are asked at once; they share the features.") @Int(min = 1, max = 1024, soft = 16) int heads,
        @Help("Whether a step sees only itself and what came before it, as a text must be written.") boolean causal,
        @Help("Share of the attention that is silenced at random while training.") @Real(min = 0, max = 0.99, soft = 0.5) double dropout)
        implements
            Attentive {

    public MultiHeadAttention() {
        this(4, false, 0);
    }

    @Override
    public Ports ports() {
        return new Ports(1, 2);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        return Sequences.infer(inputs, heads);
    }

    private Attending attending(List<Shape> inputs) {
        return new Attending("", inputs.getFirst().size(1), heads, causal, dropout);
    }

    @Override
    public Cost cost(List<Shape> inputs) {
        Attending attending = attending(inputs);
        return new Cost(attending.weights(),
                attending.multiplyAdds(inputs.getFirst().size(0), inputs.getLast().size(0)), output(inputs).bytes());
    }

    @Override
    public Block block(List<Shape> inputs) {
        Attending attending = attending(inputs);
        return Blocks.named(attending.parameters(), (arriving, weights, training) -> attending
                .apply(arriving.head(), arriving.get(arriving.size() - 1), weights, training));
    }

    @Override
    public Map<Whom, NDArray> attention(NDList arriving, Function<String, NDArray> weights) {
        NDArray query = arriving.head();
        return Map.of(arriving.size() == 1 ? Whom.ITSELF : Whom.OTHER,
                new Attending("", (int) query.getShape().get(2), heads, causal, 0)
                        .shares(query, arriving.get(arriving.size() - 1), weights));
    }

    @Override
    public void onnx(OnnxSink sink) {
        int last = sink.inputs().size() - 1;
        sink.result(attending(sink.inputs()).onnx(sink, sink.input(0), sink.inputs().getFirst().size(0),
                sink.input(last), sink.inputs().getLast().size(0)));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "Attention(%d, %d, causal=%s, dropout=%s)".formatted(inputs.getFirst().size(1), heads,
                Python.bool(causal), dropout);
    }

    @Override
    public String torchSource() {
        return """
                class Attention(nn.MultiheadAttention):
                    def __init__(self, features, heads, causal, dropout):
                        super().__init__(features, heads, dropout, batch_first=True)
                        self.causal = causal

                    def forward(self, x, memory=None):
                        memory = x if memory is None else memory
                        ahead = torch.ones(x.shape[1], memory.shape[1], dtype=torch.bool).triu(1)
                        return super().forward(x, memory, memory, attn_mask=ahead if self.causal else None)[0]
                """;
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "(lambda x, memory=None, attend=layers.MultiHeadAttention(%d, %d, dropout=%s): attend(x, x if memory is None else memory, use_causal_mask=%s))"
                .formatted(heads, inputs.getFirst().size(1) / heads, dropout, Python.bool(causal));
    }
}
