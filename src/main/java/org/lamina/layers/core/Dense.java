package org.lamina.layers.core;

import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lamina.layers.Fit;
import org.lamina.layers.Python;
import org.lamina.spec.Card;
import org.lamina.spec.Cost;
import org.lamina.spec.Explaining;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;
import org.lamina.spec.Numbers;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Working;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "dense", title = "Dense", family = Family.CORE, keywords = {"linear", "fully connected", "gemm",
        "perceptron"})
@Help("""
        Every output is a weighted sum of all inputs: y = W·x + b. On a sequence, each time step is mapped with the same
        weights.

        **Shape** features → units; time×features → time×units.

        **Source** ONNX `Gemm`; Rosenblatt, 1958.
        """)
public record Dense(
        @Help("How many outputs, and so how many neurons.") @Int(min = 1, max = 1_000_000, soft = 512) int units,
        @Help("Whether each output has an offset b of its own.") boolean bias) implements Explaining {

    public Dense() {
        this(64, true);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        if (in.isVector())
            return Fit.known(in, units);
        return in.isSequence() ? Fit.known(in, in.size(0), units) : Fit.needsFeatures(in);
    }

    @Override
    public Cost cost(List<Shape> inputs) {
        long weights = (long) features(inputs) * units;
        Shape out = output(inputs);
        return new Cost(weights + (bias ? units : 0), out.elements() / units * weights, out.bytes());
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        Region all = Region.all(inputs.getFirst());
        return answer.rank() == 1 ? all : all.with(0, answer.places(0));
    }

    @Override
    public Block block(List<Shape> inputs) {
        return Linear.builder().setUnits(units).optBias(bias).build();
    }

    @Override
    public Working working(Numbers numbers) {
        int features = features(numbers.shapes());
        int unit = numbers.cell() % units;
        int first = numbers.cell() / units * features;
        int[] cells = IntStream.range(first, first + features).toArray();
        Working.Part part = new Working.Part("inputs", 0, features,
                Arrays.copyOfRange(numbers.input(0), first, first + features),
                Arrays.copyOfRange(numbers.weight("weight"), unit * features, (unit + 1) * features), cells);
        return new Working.Sum(bias ? "y = Σ w · x + b" : "y = Σ w · x", List.of(part),
                bias ? numbers.weight("bias")[unit] : null);
    }

    @Override
    public void onnx(OnnxSink sink) {
        if (sink.output().isVector())
            sink.result(sink.node("Gemm", bias
                    ? List.of(sink.input(0), sink.weight("weight"), sink.weight("bias"))
                    : List.of(sink.input(0), sink.weight("weight")), Map.of("transB", 1L)));
        else {
            String weight = sink.node("Transpose", List.of(sink.weight("weight")), Map.of("perm", new long[]{1, 0}));
            String product = sink.node("MatMul", List.of(sink.input(0), weight));
            sink.result(bias ? sink.node("Add", List.of(product, sink.weight("bias"))) : product);
        }
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.Linear(%d, %d, bias=%s)".formatted(features(inputs), units, Python.bool(bias));
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Dense(%d, use_bias=%s)".formatted(units, Python.bool(bias));
    }

    private static int features(List<Shape> inputs) {
        return inputs.getFirst().dims().getLast().size();
    }
}
