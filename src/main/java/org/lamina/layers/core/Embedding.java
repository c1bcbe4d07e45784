package org.lamina.layers.core;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Blocks;
import org.lamina.layers.Fit;
import org.lamina.spec.Card;
import org.lamina.spec.Cost;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "embedding", title = "Embedding", family = Family.CORE, keywords = {"word vectors", "lookup", "gather",
        "tokens", "text"})
@Help("""
        Gives every token of the vocabulary a row of trained numbers: y_t = W[x_t]. Tokens that are used alike come to
        lie close together.

        **Shape** time, tokens → time×features.

        **Source** Bengio et al., 2003; ONNX `Gather`.
        """)
public record Embedding(
        @Help("How many numbers stand for one token.") @Int(min = 1, max = 65_536, soft = 512) int features)
        implements
            Layer {

    public Embedding() {
        this(64);
    }

    @Override
    public boolean takesTokens() {
        return true;
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return in.isTokens() && in.rank() == 1
                ? Fit.known(Shape.sequence(1, 1), in.size(0), features)
                : Inferred.refused("needs tokens, got %s: begin the network with a Token input".formatted(in));
    }

    @Override
    public Cost cost(List<Shape> inputs) {
        return new Cost((long) inputs.getFirst().vocabulary() * features, 0, output(inputs).bytes());
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        return Region.of(inputs.getFirst(), answer::places);
    }

    @Override
    public Block block(List<Shape> inputs) {
        int rows = inputs.getFirst().vocabulary();
        return Blocks.function(Blocks.weights(false, 0, rows, features), Embedding::look);
    }

    /// Rows by token.
    private static NDArray look(NDArray tokens, List<NDArray> weights) {
        return ai.djl.nn.core.Embedding.embedding(tokens, weights.getFirst(), ai.djl.ndarray.types.SparseFormat.DENSE)
                .singletonOrThrow();
    }

    @Override
    public void onnx(OnnxSink sink) {
        sink.result(sink.node("Gather", List.of(sink.weight("weight"), sink.input(0))));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.Embedding(%d, %d)".formatted(inputs.getFirst().vocabulary(), features);
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Embedding(%d, %d)".formatted(inputs.getFirst().vocabulary(), features);
    }
}
