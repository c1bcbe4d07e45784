package org.lamina.layers.activation;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.training.initializer.ConstantInitializer;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lamina.layers.Blocks;
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

@AutoService(Layer.class)
@Card(id = "prelu", title = "PReLU", family = Family.ACTIVATION, keywords = {"parametric rectified linear unit"})
@Help("""
        A leaky ReLU that learns its slope: y = x for x ≥ 0, a·x otherwise. Slopes start at 0.25.

        **Shape** the same as its input.

        **Source** He et al., 2015; ONNX `PRelu`.
        """)
public record Prelu(
        @Help("Whether each channel or feature learns a slope of its own; all share one otherwise.") boolean perChannel)
        implements
            Layer {

    public Prelu() {
        this(true);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        return Inferred.known(inputs.getFirst());
    }

    @Override
    public Cost cost(List<Shape> inputs) {
        return new Cost(slopes(inputs), 0, inputs.getFirst().bytes());
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        return answer;
    }

    @Override
    public Block block(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return Blocks.function(List.of(Blocks.parameter("weight", new ConstantInitializer(0.25f), slopes(inputs))),
                (x, weights) -> prelu(x, Blocks.perChannel(weights.getFirst(), in, x)));
    }

    private static NDArray prelu(NDArray x, NDArray slope) {
        return x.maximum(Blocks.number(0, x)).add(x.minimum(Blocks.number(0, x)).mul(slope));
    }

    @Override
    public void onnx(OnnxSink sink) {
        int[] sizes = Blocks.perChannel(sink.output(), slopes(sink.inputs()));
        sink.result(sink.node("PRelu", List.of(sink.input(0), sink.weight("weight", sizes))));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return Python.channelsFirst(inputs.getFirst(), "nn.PReLU(%d)".formatted(slopes(inputs)));
    }

    @Override
    public String torchSource() {
        return Python.CHANNELS_FIRST;
    }

    /// Keras shares along the axes that are listed; its pictures have their channels last.
    @Override
    public String keras(List<Shape> inputs) {
        return "layers.PReLU(alpha_initializer=keras.initializers.Constant(0.25), shared_axes=[%s])".formatted(
                IntStream.rangeClosed(1, inputs.getFirst().rank() - (perChannel ? 1 : 0)).mapToObj(String::valueOf)
                        .collect(Collectors.joining(", ")));
    }

    private int slopes(List<Shape> inputs) {
        return perChannel ? inputs.getFirst().channels() : 1;
    }
}
