package org.lamina.layers.pooling;

import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lamina.layers.Blocks;
import org.lamina.layers.Fit;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

@AutoService(Layer.class)
@Card(id = "adaptive-average-pool-2d", title = "Adaptive average pool 2D", family = Family.POOLING, keywords = {"mean",
        "resize", "vgg"})
@Help("""
        Averages the picture down to a set number of rows and columns, whatever its size: cell i is the mean of the rows
        from ⌊i·H / size⌋ to ⌈(i + 1)·H / size⌉ and of the columns likewise.

        **Shape** channels×H×W → channels×size×size.

        **Source** He et al., 2015 (spatial pyramid pooling); ONNX `MatMul` by fixed weights.
        """)
public record AdaptiveAveragePool2d(
        @Help("Rows and columns that leave.") @Int(min = 1, max = 1024, soft = 14, unit = "px") int size)
        implements
            Layer {

    public AdaptiveAveragePool2d() {
        this(7);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return in.isImage() ? Fit.known(in, in.size(0), size, size) : Fit.needsImage(in);
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        Shape in = inputs.getFirst();
        return Region.of(in, axis -> axis == 0 ? answer.places(0)
                : answer.places(axis)
                        .flatMap(cell -> IntStream.range(first(cell, in.size(axis)), end(cell, in.size(axis)))));
    }

    @Override
    public Block block(List<Shape> inputs) {
        Tensor rows = means(inputs.getFirst().size(1));
        Tensor columns = means(inputs.getFirst().size(2));
        return Blocks.function(x -> Blocks.constant(rows, x).matMul(x)
                .matMul(Blocks.constant(columns, x).transpose()));
    }

    /// The weights of size×length that average an axis.
    private Tensor means(int length) {
        float[] weights = new float[size * length];
        for (int cell = 0; cell < size; cell++) {
            int from = first(cell, length);
            int to = end(cell, length);
            Arrays.fill(weights, cell * length + from, cell * length + to, 1f / (to - from));
        }
        return new Tensor(new int[]{size, length}, weights);
    }

    private int first(int cell, int length) {
        return (int) ((long) cell * length / size);
    }

    private int end(int cell, int length) {
        return (int) Math.ceilDiv((cell + 1L) * length, size);
    }

    @Override
    public void onnx(OnnxSink sink) {
        Shape in = sink.inputs().getFirst();
        String rows = sink.node("MatMul", List.of(sink.constant(means(in.size(1))), sink.input(0)));
        String columns = sink.node("Transpose", List.of(sink.constant(means(in.size(2)))));
        sink.result(sink.node("MatMul", List.of(rows, columns)));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.AdaptiveAvgPool2d(%d)".formatted(size);
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.AdaptiveAveragePooling2D(%d)".formatted(size);
    }
}
