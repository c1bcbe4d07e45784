package org.lamina.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import java.util.List;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

/// A layer that maps each number on its own; shapes stay.
public interface Elementwise extends Layer {

    NDArray apply(NDArray x);

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
    default void onnx(OnnxSink sink) {
        sink.result(operators(sink, sink.input(0)));
    }
}
