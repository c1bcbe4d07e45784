package org.lamina.layers.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lamina.layers.Blocks;
import org.lamina.spec.Attentive.Whom;
import org.lamina.spec.OnnxSink;

/// One block of a transformer (Vaswani et al., 2017, section 3.1): attention, cross-attention where there is a memory, and
/// two dense layers at each time step, each with a way around it and layer normalisation. Parameters are named as in
/// PyTorch's TransformerEncoderLayer and TransformerDecoderLayer.
///
/// @param hidden units between the two dense layers
/// @param normFirst whether layers are normalised before what they feed (Xiong et al., 2020) instead of behind the sum
/// @param cross whether a second sequence is asked
record Transformer(int features, int heads, int hidden, double dropout, FeedForward activation, boolean normFirst,
        boolean causal, boolean cross) {

    static final double EPSILON = 1e-5;

    /// What the block is computed with: the engine's arrays, or the operators of a file.
    interface Steps<T> {
        T add(T a, T b);

        T norm(T x, String name);

        T linear(T x, String name);

        T activate(T x, FeedForward function);

        T attend(T query, T memory, Attending attending);

        /// Silences a share of the numbers while training.
        T drop(T x);
    }

    private interface Part<T> {
        T of(T x);
    }

    /// The block's computation, written once for engine and files.
    <T> T run(T x, @Nullable T memory, Steps<T> steps) {
        T seen = afterItself(x, steps);
        if (memory != null)
            seen = around(seen, "norm2", steps, t -> steps.attend(t, memory, other()));
        return around(seen, memory == null ? "norm2" : "norm3", steps,
                t -> steps.linear(steps.drop(steps.activate(steps.linear(t, "linear1"), activation)), "linear2"));
    }

    private <T> T afterItself(T x, Steps<T> steps) {
        return around(x, "norm1", steps, t -> steps.attend(t, t, self()));
    }

    private <T> T around(T x, String norm, Steps<T> steps, Part<T> part) {
        return normFirst
                ? steps.add(x, steps.drop(part.of(steps.norm(x, norm))))
                : steps.norm(steps.add(x, steps.drop(part.of(x))), norm);
    }

    private Attending self() {
        return new Attending("self_attn.", features, heads, causal, dropout);
    }

    private Attending other() {
        return new Attending("multihead_attn.", features, heads, false, dropout);
    }

    private List<String> norms() {
        return cross ? List.of("norm1", "norm2", "norm3") : List.of("norm1", "norm2");
    }

    private List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(self().parameters());
        if (cross)
            all.addAll(other().parameters());
        all.add(Blocks.parameter("linear1.weight", Parameter.Type.WEIGHT, hidden, features));
        all.add(Blocks.parameter("linear1.bias", Parameter.Type.BIAS, hidden));
        all.add(Blocks.parameter("linear2.weight", Parameter.Type.WEIGHT, features, hidden));
        all.add(Blocks.parameter("linear2.bias", Parameter.Type.BIAS, features));
        for (String norm : norms()) {
            all.add(Blocks.parameter(norm + ".weight", Parameter.Type.GAMMA, features));
            all.add(Blocks.parameter(norm + ".bias", Parameter.Type.BETA, features));
        }
        return all;
    }

    long weights() {
        return self().weights() * (cross ? 2 : 1) + 2L * features * hidden + hidden + features
                + 2L * features * norms().size();
    }

    /// @param memory time steps of the second sequence
    long multiplyAdds(int time, int memory) {
        return self().multiplyAdds(time, time) + (cross ? other().multiplyAdds(time, memory) : 0)
                + 2L * time * features * hidden;
    }

    Block block() {
        return Blocks.named(parameters(), (inputs, weights, training) -> run(inputs.head(),
                cross ? inputs.get(1) : null, new EngineSteps(weights, features, (float) dropout, training)));
    }

    /// How each time step shares its attention among the steps of its own sequence, and among those of the memory.
    Map<Whom, NDArray> attention(NDList arriving, Function<String, NDArray> weights) {
        Steps<NDArray> steps = new EngineSteps(weights, features, 0, false);
        Map<Whom, NDArray> shares = new EnumMap<>(Whom.class);
        NDArray asking = asking(arriving.head(), "norm1", steps);
        shares.put(Whom.ITSELF, shares(self(), asking, asking, weights));
        if (cross)
            shares.put(Whom.OTHER, shares(other(), asking(afterItself(arriving.head(), steps), "norm2", steps),
                    arriving.get(1), weights));
        return shares;
    }

    private NDArray asking(NDArray x, String norm, Steps<NDArray> steps) {
        return normFirst ? steps.norm(x, norm) : x;
    }

    private static NDArray shares(Attending attending, NDArray query, NDArray memory,
            Function<String, NDArray> weights) {
        return attending.shares(query, memory, name -> weights.apply(attending.prefix() + name));
    }

    void onnx(OnnxSink sink) {
        sink.result(run(sink.input(0), cross ? sink.input(1) : null,
                new FileSteps(sink, sink.inputs().getFirst().size(0), sink.inputs().getLast().size(0))));
    }
}
