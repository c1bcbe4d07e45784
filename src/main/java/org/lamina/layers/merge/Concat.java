package org.lamina.layers.merge;

import ai.djl.ndarray.NDArrays;
import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lamina.layers.Blocks;
import org.lamina.layers.Fit;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Ports;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "concat", title = "Concat", family = Family.MERGE, keywords = {"concatenate", "join", "stack", "inception",
        "densenet", "u-net"})
@Help("""
        Puts its inputs side by side: pictures by their channels, sequences and rows of numbers by their features.

        **Shape** a×H×W and b×H×W → (a + b)×H×W; likewise for features.

        **Source** Szegedy et al., 2015 (Inception); ONNX `Concat`.
        """)
public record Concat() implements Layer {

    @Override
    public Ports ports() {
        return Ports.SEVERAL;
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape first = inputs.getFirst();
        int axis = first.channelAxis();
        for (Shape other : inputs)
            if (other.rank() != first.rank() || !other.with(axis, first.size(axis)).equals(first))
                return Inferred
                        .refused("needs inputs that differ only in their %s, got %s and %s: bring the others to %s"
                                .formatted(first.dims().get(axis).axis().title(), first, other, first));
        long[] sizes = Arrays.stream(first.sizes()).asLongStream().toArray();
        sizes[axis] = inputs.stream().mapToLong(shape -> shape.size(axis)).sum();
        return Fit.known(first, sizes);
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        int axis = inputs.getFirst().channelAxis();
        int before = inputs.stream().limit(port).mapToInt(shape -> shape.size(axis)).sum();
        return answer.moved(axis, -before, inputs.get(port).size(axis));
    }

    @Override
    public Block block(List<Shape> inputs) {
        int axis = inputs.getFirst().channelAxis() + 1;
        return Blocks.merge(all -> NDArrays.concat(all, axis));
    }

    @Override
    public void onnx(OnnxSink sink) {
        sink.result(sink.node("Concat", sink.all(), Map.of("axis", sink.output().channelAxis() + 1L)));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "lambda *x: torch.cat(x, dim=%d)".formatted(inputs.getFirst().channelAxis() + 1);
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Concatenate(axis=-1)";
    }
}
