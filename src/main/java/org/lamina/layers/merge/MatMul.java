package org.lamina.layers.merge;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.lamina.layers.Blocks;
import org.lamina.layers.Fit;
import org.lamina.spec.Card;
import org.lamina.spec.Cost;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Ports;
import org.lamina.spec.Remedy;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "matmul", title = "MatMul", family = Family.MERGE, keywords = {"dot", "matrix product", "inner product",
        "attention", "similarity"})
@Help("""
        The matrix product of two inputs: every row of the first is multiplied with every column of the second and summed
        up. Of two rows of numbers it is the dot product; of pictures, each channel is a matrix of its own.

        **Shape** T×F · F×U → T×U; transposed T×F · U×F → T×U; F · F → 1; channels×H×W · channels×W×U → channels×H×U, where
        a single channel is repeated.

        **Source** ONNX `MatMul`; Vaswani et al., 2017 (similarity of queries and keys).
        """)
public record MatMul(
        @Help("Whether the second input is transposed first, so that rows are compared with rows.") boolean transposeSecond)
        implements
            Layer {

    public MatMul() {
        this(false);
    }

    @Override
    public Ports ports() {
        return new Ports(2, 2);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape a = inputs.getFirst();
        Shape b = inputs.getLast();
        if (a.rank() != b.rank() || a.rank() > 3)
            return Inferred
                    .refused("needs two sequences, two images or two rows of numbers, got %s and %s: put a Reshape"
                            .formatted(a, b) + " before one of them");
        if (a.isVector())
            return a.size(0) == b.size(0) ? Fit.known(a, 1) : unequal(a, a.size(0), b, b.size(0));
        int last = a.rank() - 1;
        int inner = b.size(transposeSecond ? last : last - 1);
        if (a.size(last) != inner)
            return unequal(a, a.size(last), b, inner);
        int columns = b.size(transposeSecond ? last - 1 : last);
        if (last == 1)
            return Fit.known(a, a.size(0), columns);
        return a.size(0) == b.size(0) || a.size(0) == 1 || b.size(0) == 1
                ? Fit.known(a, Math.max(a.size(0), b.size(0)), a.size(1), columns)
                : Inferred.refused("needs as many channels in both, or 1 to be repeated, got %s · %s: bring both to %d"
                        .formatted(a, b, a.size(0)));
    }

    private Inferred unequal(Shape a, int columns, Shape b, int rows) {
        Remedy[] turned = columns == b.size(b.rank() - (transposeSecond && b.rank() > 1 ? 2 : 1))
                ? new Remedy[]{new Remedy.Set("Set transpose second to " + !transposeSecond, "transposeSecond",
                        !transposeSecond)}
                : new Remedy[]{};
        return Inferred.refusedFor("transposeSecond",
                "needs as many numbers in a row of the first as in a %s of the second, got %s · %s (%d against %d): bring both to one length"
                        .formatted(transposeSecond || a.isVector() ? "row" : "column", a, b, columns, rows),
                turned);
    }

    @Override
    public Cost cost(List<Shape> inputs) {
        Shape out = output(inputs);
        return new Cost(0, out.elements() * inputs.getFirst().dims().getLast().size(), out.bytes());
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        Shape in = inputs.get(port);
        if (in.isVector())
            return Region.all(in);
        int rows = in.rank() - 2;
        Region all = Region.all(in);
        Region kept = rows == 0 || in.size(0) == 1 ? all : all.with(0, answer.places(0));
        return port == 0 ? kept.with(rows, answer.places(rows))
                : kept.with(transposeSecond ? rows : rows + 1, answer.places(rows + 1));
    }

    @Override
    public Block block(List<Shape> inputs) {
        return Blocks.merge(all -> product(all.head(), all.get(1)));
    }

    private NDArray product(NDArray a, NDArray b) {
        int last = a.getShape().dimension() - 1;
        if (last == 1)
            return a.mul(b).sum(new int[]{1}, true);
        return a.matMul(transposeSecond ? b.swapAxes(last - 1, last) : b);
    }

    @Override
    public void onnx(OnnxSink sink) {
        String a = sink.input(0);
        String b = sink.input(1);
        switch (sink.inputs().getFirst().rank()) {
            case 1 -> sink.result(sink.node("ReduceSum", List.of(sink.node("Mul", List.of(a, b)), sink.constant(1L))));
            case 2 -> sink.result(sink.node("MatMul", List.of(a, transposed(sink, b, 0, 2, 1))));
            default -> sink.result(sink.node("MatMul", List.of(a, transposed(sink, b, 0, 1, 3, 2))));
        }
    }

    private String transposed(OnnxSink sink, String value, long... order) {
        return transposeSecond ? sink.node("Transpose", List.of(value), Map.of("perm", order)) : value;
    }

    @Override
    public String torch(List<Shape> inputs) {
        if (inputs.getFirst().isVector())
            return "lambda a, b: (a * b).sum(1, keepdim=True)";
        return transposeSecond ? "lambda a, b: a @ b.transpose(-2, -1)" : "torch.matmul";
    }

    /// Keras holds pictures with their channels last.
    @Override
    public String keras(List<Shape> inputs) {
        String second = transposeSecond ? "uf" : "fu";
        return switch (inputs.getFirst().rank()) {
            case 1 -> "layers.Dot(axes=1)";
            case 2 -> "layers.Lambda(lambda x: keras.ops.einsum('ntf,n%s->ntu', *x))".formatted(second);
            default -> "layers.Lambda(lambda x: keras.ops.einsum('ntfc,n%sc->ntuc', *x))".formatted(second);
        };
    }
}
