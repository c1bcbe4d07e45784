package org.lamina.layers.attention;

import java.util.List;
import java.util.Map;
import org.lamina.spec.OnnxSink;

/// A transformer's block as ONNX operators. Values are names.
///
/// @param time steps of the first sequence
/// @param memory steps of the second
record FileSteps(OnnxSink sink, int time, int memory) implements Transformer.Steps<String> {

    @Override
    public String add(String a, String b) {
        return sink.node("Add", List.of(a, b));
    }

    @Override
    public String norm(String x, String name) {
        return sink.node("LayerNormalization", List.of(x, sink.weight(name + ".weight"), sink.weight(name + ".bias")),
                Map.of("axis", -1L, "epsilon", (float) Transformer.EPSILON));
    }

    @Override
    public String linear(String x, String name) {
        String weight = sink.node("Transpose", List.of(sink.weight(name + ".weight")),
                Map.of("perm", new long[]{1, 0}));
        return add(sink.node("MatMul", List.of(x, weight)), sink.weight(name + ".bias"));
    }

    @Override
    public String activate(String x, FeedForward function) {
        return function.function().operators(sink, x);
    }

    @Override
    public String attend(String query, String asked, Attending attending) {
        return attending.onnx(sink, query, time, asked, query.equals(asked) ? time : memory);
    }

    @Override
    public String drop(String x) {
        return x;
    }
}
