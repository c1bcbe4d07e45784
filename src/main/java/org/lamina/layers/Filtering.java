package org.lamina.layers;

import ai.djl.nn.Block;
import java.util.List;
import org.lamina.spec.Cost;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

/// A layer that is one operation with trained filters over the axes of a [Space].
public interface Filtering extends Layer {

    /// A convolution or a transposed one over a shape that is given.
    interface Operation {

        Inferred infer();

        Cost cost(Shape out);

        /// The cells that some cells of the answer are computed from.
        Region reads(Region answer);

        Block block(Shape out);

        void onnx(OnnxSink sink);

        /// An expression that takes the channels first also from a sequence.
        String torch();
    }

    Space space();

    /// The operation over a shape of this space.
    Operation over(Shape in);

    @Override
    default Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return space().fits(in) ? over(in).infer() : space().refused(in);
    }

    @Override
    default Cost cost(List<Shape> inputs) {
        return over(inputs.getFirst()).cost(output(inputs));
    }

    @Override
    default Region reads(int port, List<Shape> inputs, Region answer) {
        return over(inputs.getFirst()).reads(answer);
    }

    @Override
    default Block block(List<Shape> inputs) {
        return over(inputs.getFirst()).block(output(inputs));
    }

    @Override
    default void onnx(OnnxSink sink) {
        over(sink.inputs().getFirst()).onnx(sink);
    }

    @Override
    default String torch(List<Shape> inputs) {
        return Python.channelsFirst(inputs.getFirst(), over(inputs.getFirst()).torch());
    }

    @Override
    default String torchSource() {
        return space() == Space.LINE ? Python.CHANNELS_FIRST : "";
    }
}
