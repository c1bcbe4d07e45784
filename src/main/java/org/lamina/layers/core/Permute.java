package org.lamina.layers.core;

import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lamina.layers.Blocks;
import org.lamina.layers.Python;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Remedy;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "permute", title = "Permute", family = Family.CORE, keywords = {"transpose", "swap axes", "swapaxes"})
@Help("""
        Puts the axes into another order: `2, 1` makes columns of rows. What leaves is named anew: two axes are
        time×features, three channels×height×width.

        **Shape** 5×7 → 7×5 by `2, 1`; 3×H×W → H×W×3 by `2, 3, 1`.

        **Source** ONNX `Transpose`.
        """)
public record Permute(
        @Help("The axes that arrive, counted from 1 without the batch, in the order in which they leave.") String order)
        implements
            Layer {

    public Permute() {
        this("2, 1");
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        List<String> axes = IntStream.rangeClosed(1, in.rank()).mapToObj(String::valueOf).toList();
        if (words().stream().sorted().toList().equals(axes))
            return Inferred.known(Shape.ofSizes(axes().map(i -> in.size(i - 1)).toArray()));
        String reversed = String.join(", ", axes.reversed());
        return Inferred.refusedFor("order",
                "needs each of the axes %s once, got %s: set the order to %s, for example"
                        .formatted(String.join(", ", axes), order, reversed),
                new Remedy.Set("Set order to " + reversed, "order", reversed));
    }

    private List<String> words() {
        return Arrays.stream(order.split("[,;×x]", -1)).map(String::strip).toList();
    }

    private IntStream axes() {
        return words().stream().mapToInt(Integer::parseInt);
    }

    /// With the batch axis.
    private int[] all() {
        return IntStream.concat(IntStream.of(0), axes()).toArray();
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        int[] from = axes().map(axis -> axis - 1).toArray();
        return answer.ordered(
                axis -> IntStream.range(0, from.length).filter(i -> from[i] == axis).findFirst().orElseThrow());
    }

    @Override
    public Block block(List<Shape> inputs) {
        int[] all = all();
        return Blocks.function(x -> x.transpose(all));
    }

    @Override
    public void onnx(OnnxSink sink) {
        sink.result(sink.node("Transpose", List.of(sink.input(0)),
                Map.of("perm", Arrays.stream(all()).asLongStream().toArray())));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "lambda x: x.permute%s".formatted(Python.tuple(all()));
    }

    @Override
    public String keras(List<Shape> inputs) {
        return Python.kerasChannelsFirst(inputs.getFirst(), output(inputs),
                "layers.Permute(%s)".formatted(Python.tuple(axes().toArray())));
    }
}
