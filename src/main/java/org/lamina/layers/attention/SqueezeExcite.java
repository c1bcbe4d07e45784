package org.lamina.layers.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lamina.layers.Blocks;
import org.lamina.layers.Fit;
import org.lamina.layers.Python;
import org.lamina.spec.Card;
import org.lamina.spec.Cost;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "squeeze-excite", title = "Squeeze and excite", family = Family.ATTENTION, keywords = {"channel attention",
        "senet", "gate", "efficientnet"})
@Help("""
        Averages each channel, and from those numbers two dense layers decide how much of each channel goes on:
        y = x·σ(W₂·max(0, W₁·mean(x) + b₁) + b₂).

        **Shape** the same as its input: a picture.

        **Source** Hu et al., 2018; ONNX `ReduceMean`, `Gemm`, `Mul`.
        """)
public record SqueezeExcite(
        @Help("By what the channels are divided for the first of the dense layers; at least one unit is left.") @Int(min = 1, max = 256, soft = 32) int reduction)
        implements
            Layer {

    public SqueezeExcite() {
        this(16);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return in.isImage() ? Inferred.known(in) : Fit.needsImage(in);
    }

    private int units(List<Shape> inputs) {
        return Math.max(1, inputs.getFirst().size(0) / reduction);
    }

    @Override
    public Cost cost(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        long weights = 2L * in.size(0) * units(inputs);
        return new Cost(weights + in.size(0) + units(inputs), weights + in.elements(), in.bytes());
    }

    @Override
    public Block block(List<Shape> inputs) {
        int channels = inputs.getFirst().size(0);
        int units = units(inputs);
        List<Parameter> parameters = List.of(
                Blocks.parameter("fc1.weight", Parameter.Type.WEIGHT, units, channels),
                Blocks.parameter("fc1.bias", Parameter.Type.BIAS, units),
                Blocks.parameter("fc2.weight", Parameter.Type.WEIGHT, channels, units),
                Blocks.parameter("fc2.bias", Parameter.Type.BIAS, channels));
        return Blocks.named(parameters, (arriving, weights, _) -> {
            NDArray x = arriving.head();
            NDArray squeezed = Activation.relu(linear(x.getNDArrayInternal().globalAvgPool(), "fc1", weights));
            NDArray gates = Activation.sigmoid(linear(squeezed, "fc2", weights));
            return x.mul(gates.reshape(-1, channels, 1, 1));
        });
    }

    private static NDArray linear(NDArray x, String name, Function<String, NDArray> weights) {
        return Linear.linear(x, weights.apply(name + ".weight"), weights.apply(name + ".bias")).singletonOrThrow();
    }

    @Override
    public void onnx(OnnxSink sink) {
        int channels = sink.output().size(0);
        String means = sink.node("ReduceMean", List.of(sink.input(0)),
                Map.of("axes", new long[]{2, 3}, "keepdims", 0L));
        String squeezed = sink.node("Relu", List.of(linear(sink, means, "fc1")));
        String gates = sink.node("Sigmoid", List.of(linear(sink, squeezed, "fc2")));
        String perChannel = sink.node("Reshape", List.of(gates, sink.constant(-1, channels, 1, 1)));
        sink.result(sink.node("Mul", List.of(sink.input(0), perChannel)));
    }

    private static String linear(OnnxSink sink, String x, String name) {
        return sink.node("Gemm", List.of(x, sink.weight(name + ".weight"), sink.weight(name + ".bias")),
                Map.of("transB", 1L));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "SqueezeExcite(%d, %d)".formatted(inputs.getFirst().size(0), units(inputs));
    }

    @Override
    public String torchSource() {
        return """
                class SqueezeExcite(nn.Module):
                    def __init__(self, channels, units):
                        super().__init__()
                        self.fc1 = nn.Linear(channels, units)
                        self.fc2 = nn.Linear(units, channels)

                    def forward(self, x):
                        squeezed = torch.relu(self.fc1(x.mean((2, 3))))
                        return x * torch.sigmoid(self.fc2(squeezed))[:, :, None, None]
                """;
    }

    @Override
    public String keras(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return "(lambda x: keras.Model(x, layers.Multiply()([x, layers.Dense(%d, activation='sigmoid')(layers.Dense(%d, activation='relu')(layers.GlobalAveragePooling2D(keepdims=True)(x)))])))(keras.Input(%s))"
                .formatted(in.size(0), units(inputs), Python.channelsLast(in));
    }
}
