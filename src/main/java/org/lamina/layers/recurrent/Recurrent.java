package org.lamina.layers.recurrent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.UniformInitializer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lamina.layers.Blocks;
import org.lamina.layers.Fit;
import org.lamina.layers.Python;
import org.lamina.spec.Cost;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// A layer of recurrent units that walks along a sequence: what RNN, LSTM and GRU share.
///
/// Its block has PyTorch's parameters: for each layer and direction `weight_ih_l0`, gates·units×inputs, `weight_hh_l0`,
/// gates·units×units, and the offsets `bias_ih_l0` and `bias_hh_l0`; those of the way back end in `_reverse`.
interface Recurrent extends Layer {

    Cell cell();

    int units();

    int layers();

    boolean bidirectional();

    boolean sequence();

    private int directions() {
        return bidirectional() ? 2 : 1;
    }

    private int wide() {
        return directions() * units();
    }

    @Override
    default Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        if (!in.isSequence())
            return Fit.needsSequence(in);
        return sequence() ? Fit.known(in, in.size(0), wide()) : Fit.known(Shape.vector(wide()), wide());
    }

    @Override
    default Cost cost(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        long weights = 0;
        long offsets = 0;
        for (int layer = 0; layer < layers(); layer++) {
            weights += (long) directions() * rows() * (arriving(in, layer) + units());
            offsets += 2L * directions() * rows();
        }
        return new Cost(weights + offsets, in.size(0) * weights, output(inputs).bytes());
    }

    /// Numbers per step that arrive at one of the layers.
    private int arriving(Shape in, int layer) {
        return layer == 0 ? in.size(1) : wide();
    }

    private int rows() {
        return cell().gates() * units();
    }

    @Override
    default Region reads(int port, List<Shape> inputs, Region answer) {
        Region all = Region.all(inputs.getFirst());
        return sequence() && !bidirectional() ? all.with(0, IntStream.rangeClosed(0, answer.last(0))) : all;
    }

    @Override
    default Block block(List<Shape> inputs) {
        Initializer initial = new UniformInitializer((float) (1 / Math.sqrt(units())));
        List<Parameter> parameters = new ArrayList<>();
        for (int layer = 0; layer < layers(); layer++)
            for (String place : places(layer)) {
                parameters.add(Blocks.parameter("weight_ih" + place, initial, rows(),
                        arriving(inputs.getFirst(), layer)));
                parameters.add(Blocks.parameter("weight_hh" + place, initial, rows(), units()));
                parameters.add(Blocks.parameter("bias_ih" + place, initial, rows()));
                parameters.add(Blocks.parameter("bias_hh" + place, initial, rows()));
            }
        return Blocks.block(parameters, (arriving, weights, training) -> answer(arriving.head(), weights, training));
    }

    /// What ends the names of a layer's parameters, by direction.
    private List<String> places(int layer) {
        return bidirectional() ? List.of("_l" + layer, "_l" + layer + "_reverse") : List.of("_l" + layer);
    }

    private NDArray answer(NDArray x, List<NDArray> weights, boolean training) {
        long samples = x.getShape().get(0);
        NDArray zeros = x.getManager()
                .zeros(new ai.djl.ndarray.types.Shape((long) layers() * directions(), samples, units()));
        NDList answers = cell().run(x, zeros, new NDList(weights), layers(), bidirectional(), training);
        if (sequence())
            return answers.head();
        int states = layers() * directions();
        return answers.get(1).get("%d:%d".formatted(states - directions(), states)).transpose(1, 0, 2)
                .reshape(samples, wide());
    }

    @Override
    default void onnx(OnnxSink sink) {
        String x = sink.node("Transpose", List.of(sink.input(0)), Map.of("perm", new long[]{1, 0, 2}));
        String all = "";
        for (int layer = 0; layer < layers(); layer++) {
            all = walk(sink, x, layer);
            String beside = sink.node("Transpose", List.of(all), Map.of("perm", new long[]{0, 2, 1, 3}));
            x = sink.node("Reshape", List.of(beside, sink.constant(0, 0, wide())));
        }
        sink.result(sequence() ? sink.node("Transpose", List.of(x), Map.of("perm", new long[]{1, 0, 2}))
                : last(sink, all));
    }

    private String walk(OnnxSink sink, String x, int layer) {
        int inputs = arriving(sink.inputs().getFirst(), layer);
        String in = sink.constant(stacked(sink, "weight_ih", layer, rows(), inputs));
        String back = sink.constant(stacked(sink, "weight_hh", layer, rows(), units()));
        Tensor first = stacked(sink, "bias_ih", layer, rows());
        Tensor second = stacked(sink, "bias_hh", layer, rows());
        String offsets = sink.node("Concat", List.of(sink.constant(first), sink.constant(second)), Map.of("axis", 1L));
        Map<String, Object> attributes = new HashMap<>(Map.of("hidden_size", (long) units(), "direction",
                bidirectional() ? "bidirectional" : "forward"));
        if (cell() == Cell.GRU)
            attributes.put("linear_before_reset", 1L);
        return sink.node(cell().name(), List.of(x, in, back, offsets), attributes);
    }

    /// The weights of all directions, in ONNX's order.
    private Tensor stacked(OnnxSink sink, String name, int layer, int... sizes) {
        int size = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
        float[] all = new float[directions() * size];
        int at = 0;
        for (String place : places(layer)) {
            System.arraycopy(cell().reordered(sink.values(name + place).values()), 0, all, at, size);
            at += size;
        }
        return new Tensor(IntStream.concat(IntStream.of(directions()), Arrays.stream(sizes)).toArray(), all);
    }

    /// The state after the last step forwards, and beside it that after the first step, where the way back ends.
    private String last(OnnxSink sink, String all) {
        String forwards = state(sink, all, -1, 0);
        return bidirectional()
                ? sink.node("Concat", List.of(forwards, state(sink, all, 0, 1)), Map.of("axis", 1L))
                : forwards;
    }

    private String state(OnnxSink sink, String all, long step, long direction) {
        long afterStep = step == -1 ? Integer.MAX_VALUE : step + 1;
        String state = sink.node("Slice", List.of(all, sink.constant(step, direction),
                sink.constant(afterStep, direction + 1), sink.constant(0, 1)));
        return sink.node("Reshape", List.of(state, sink.constant(-1, units())));
    }

    @Override
    default String torch(List<Shape> inputs) {
        return "Recurrent(nn.%s(%d, %d, num_layers=%d, bidirectional=%s, batch_first=True), sequence=%s)".formatted(
                cell(), inputs.getFirst().size(1), units(), layers(), Python.bool(bidirectional()),
                Python.bool(sequence()));
    }

    @Override
    default String torchSource() {
        return """
                class Recurrent(nn.Module):
                    def __init__(self, net, sequence):
                        super().__init__()
                        self.net = net
                        self.sequence = sequence

                    def forward(self, x):
                        steps, state = self.net(x)
                        if self.sequence:
                            return steps
                        state = state[0] if isinstance(state, tuple) else state
                        return torch.cat(list(state[-2 if self.net.bidirectional else -1:]), dim=1)
                """;
    }

    @Override
    default String keras(List<Shape> inputs) {
        return IntStream.range(0, layers()).mapToObj(layer -> {
            String one = "layers.%s(%d, return_sequences=%s)".formatted(cell() == Cell.RNN ? "SimpleRNN" : cell(),
                    units(), Python.bool(sequence() || layer < layers() - 1));
            return bidirectional() ? "layers.Bidirectional(" + one + ")" : one;
        }).collect(Collectors.joining(", ", "keras.Sequential([", "])"));
    }
}
