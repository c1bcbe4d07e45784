package org.lamina.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import java.util.List;
import java.util.stream.IntStream;
import org.lamina.spec.Inferred;
import org.lamina.spec.Numbers;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Pointwise;
import org.lamina.spec.Working;
import org.lamina.spec.Working.Point;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

/// A layer that maps each number on its own; shapes stay.
public interface Elementwise extends Pointwise {

    /// Points of the function's curve on each side of zero.
    int CURVE = 100;

    NDArray apply(NDArray x);

    /// What it computes of a number, in the field's notation.
    String formula();

    /// Writes the ONNX operators that compute the same of a value, and returns the name of the result.
    String operators(OnnxSink sink, String x);

    @Override
    default Inferred infer(List<Shape> inputs) {
        return Inferred.known(inputs.getFirst());
    }

    @Override
    default Region reads(int port, List<Shape> inputs, Region answer) {
        return answer;
    }

    @Override
    default Block block(List<Shape> inputs) {
        return Blocks.function(this::apply);
    }

    @Override
    default Working working(Numbers numbers) {
        double x = numbers.input(0, numbers.cell());
        double reach = Math.max(4, 1.25 * Math.abs(x));
        List<Point> points = IntStream.rangeClosed(-CURVE, CURVE).mapToDouble(i -> reach * i / CURVE)
                .mapToObj(at -> new Point(at, at(at))).toList();
        return new Working.Curve(formula(), x, numbers.cell(), at(x), points);
    }

    @Override
    default void onnx(OnnxSink sink) {
        sink.result(operators(sink, sink.input(0)));
    }
}
