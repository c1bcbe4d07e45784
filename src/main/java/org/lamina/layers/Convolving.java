package org.lamina.layers;

import ai.djl.nn.Block;
import java.util.List;
import org.lamina.spec.Cost;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Shape;

/// A layer that is one [Convolution].
public interface Convolving extends Layer {

    /// The convolution over an image that fits.
    Convolution over(Shape image);

    @Override
    default Cost cost(List<Shape> inputs) {
        return over(inputs.getFirst()).cost(output(inputs));
    }

    @Override
    default Block block(List<Shape> inputs) {
        return over(inputs.getFirst()).block();
    }

    @Override
    default void onnx(OnnxSink sink) {
        over(sink.inputs().getFirst()).onnx(sink);
    }

    @Override
    default String torch(List<Shape> inputs) {
        return over(inputs.getFirst()).torch();
    }
}
