package org.lamina.layers.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lamina.layers.Blocks;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Tensor;

/// Scaled dot-product attention in several heads (Vaswani et al., 2017, section 3.2): one linear map makes queries, keys
/// and values, another joins the heads' answers. Parameters are laid out and named as in PyTorch's MultiheadAttention.
///
/// @param prefix of the parameters' names
/// @param dropout share of the attention weights that is silenced while training
record Attending(String prefix, int features, int heads, boolean causal, double dropout) {

    /// Added to the score of what lies ahead: its weight underflows to 0.
    private static final float HIDDEN = -1e9f;

    List<Parameter> parameters() {
        return List.of(Blocks.parameter(prefix + "in_proj_weight", Parameter.Type.WEIGHT, 3L * features, features),
                Blocks.parameter(prefix + "in_proj_bias", Parameter.Type.BIAS, 3L * features),
                Blocks.parameter(prefix + "out_proj.weight", Parameter.Type.WEIGHT, features, features),
                Blocks.parameter(prefix + "out_proj.bias", Parameter.Type.BIAS, features));
    }

    long weights() {
        return 4L * features * (features + 1);
    }

    /// For one sample.
    ///
    /// @param queries time steps that ask
    /// @param memory time steps that are asked
    long multiplyAdds(int queries, int memory) {
        return 2L * features * features * (queries + memory) + 2L * queries * memory * features;
    }

    /// @param query N×T×features
    /// @param memory N×S×features; the query itself for self-attention
    /// @param weights by the name without prefix
    NDArray apply(NDArray query, NDArray memory, Function<String, NDArray> weights, boolean training) {
        NDList projected = projected(query, memory, weights);
        NDArray v = apart(projected.get(2));
        NDArray shares = Dropout.dropout(shares(projected), (float) dropout, training).singletonOrThrow();
        NDArray joined = shares.matMul(v).transpose(0, 2, 1, 3)
                .reshape(query.getShape().get(0), query.getShape().get(1), features);
        return linear(joined, weights.apply("out_proj.weight"), weights.apply("out_proj.bias"));
    }

    /// How each query shares its attention: N×heads×T×S.
    ///
    /// @param query N×T×features
    /// @param memory N×S×features
    /// @param weights by the name without prefix
    NDArray shares(NDArray query, NDArray memory, Function<String, NDArray> weights) {
        return shares(projected(query, memory, weights));
    }

    private NDArray shares(NDList projected) {
        NDArray q = apart(projected.get(0));
        NDArray k = apart(projected.get(1));
        NDArray scores = q.matMul(k.swapAxes(2, 3)).mul(Blocks.number(scale(), q));
        if (causal)
            scores = scores.add(Blocks.constant(mask((int) q.getShape().get(2), (int) k.getShape().get(2)), scores));
        return scores.softmax(-1);
    }

    /// Queries, keys and values, each N×time×features.
    private NDList projected(NDArray query, NDArray memory, Function<String, NDArray> weights) {
        NDArray weight = weights.apply("in_proj_weight");
        NDArray bias = weights.apply("in_proj_bias");
        if (query == memory)
            return linear(query, weight, bias).split(3, 2);
        NDList w = attached(weight.split(new long[]{features}), query);
        NDList b = attached(bias.split(new long[]{features}), query);
        NDList all = new NDList(linear(query, w.get(0), b.get(0)));
        all.addAll(linear(memory, w.get(1), b.get(1)).split(2, 2));
        return all;
    }

    private static NDList attached(NDList parts, NDArray like) {
        parts.attach(like.getManager());
        return parts;
    }

    private static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
        return Linear.linear(x, weight, bias).singletonOrThrow();
    }

    /// N×T×features → N×heads×T×(features / heads)
    private NDArray apart(NDArray x) {
        return x.reshape(x.getShape().get(0), x.getShape().get(1), heads, features / heads).transpose(0, 2, 1, 3);
    }

    private float scale() {
        return (float) (1 / Math.sqrt((double) features / heads));
    }

    private static Tensor mask(int queries, int memory) {
        float[] mask = new float[queries * memory];
        for (int q = 0; q < queries; q++)
            for (int m = q + 1; m < memory; m++)
                mask[q * memory + m] = HIDDEN;
        return new Tensor(new int[]{queries, memory}, mask);
    }

    /// Writes the ONNX operators that compute the same.
    ///
    /// @param queries time steps of the query
    /// @param steps time steps of the memory
    String onnx(OnnxSink sink, String query, int queries, String memory, int steps) {
        List<String> parts = new ArrayList<>();
        for (int part = 0; part < 3; part++)
            parts.add(sink.node("Reshape", List.of(projected(sink, part == 0 ? query : memory, part),
                    sink.constant(0, part == 0 ? queries : steps, heads, features / heads))));
        String q = transposed(sink, parts.get(0), 0, 2, 1, 3);
        String k = transposed(sink, parts.get(1), 0, 2, 3, 1);
        String v = transposed(sink, parts.get(2), 0, 2, 1, 3);
        String scores = sink.node("Mul", List.of(sink.node("MatMul", List.of(q, k)), sink.scalar(scale())));
        if (causal)
            scores = sink.node("Add", List.of(scores,
                    sink.constant(mask(queries, steps))));
        String shares = sink.node("Softmax", List.of(scores), Map.of("axis", -1L));
        String joined = sink.node("Reshape", List.of(transposed(sink, sink.node("MatMul", List.of(shares, v)), 0, 2, 1,
                3), sink.constant(0, queries, features)));
        String weight = transposed(sink, sink.weight(prefix + "out_proj.weight"), 1, 0);
        return sink.node("Add",
                List.of(sink.node("MatMul", List.of(joined, weight)), sink.weight(prefix + "out_proj.bias")));
    }

    /// @param part 0 for queries, 1 for keys, 2 for values
    private String projected(OnnxSink sink, String x, int part) {
        int size = features * features;
        Tensor all = sink.values(prefix + "in_proj_weight");
        Tensor weight = part(all, part * size, features, features);
        Tensor bias = part(sink.values(prefix + "in_proj_bias"), part * features, features);
        String product = sink.node("MatMul", List.of(x, transposed(sink, sink.constant(weight), 1, 0)));
        return sink.node("Add", List.of(product, sink.constant(bias)));
    }

    private static Tensor part(Tensor all, int from, int... sizes) {
        int count = 1;
        for (int size : sizes)
            count *= size;
        float[] values = new float[count];
        System.arraycopy(all.values(), from, values, 0, count);
        return new Tensor(sizes, values);
    }

    private static String transposed(OnnxSink sink, String value, long... order) {
        return sink.node("Transpose", List.of(value), Map.of("perm", order));
    }
}
