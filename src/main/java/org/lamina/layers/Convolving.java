package org.lamina.layers;

import ai.djl.nn.Block;
import java.util.List;
import org.lamina.spec.Cost;
import org.lamina.spec.Explaining;
import org.lamina.spec.Inferred;
import org.lamina.spec.Numbers;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Working;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

/// A layer that is one [Convolution].
public interface Convolving extends Explaining {

    Space space();

    /// The convolution over a shape of this space.
    Convolution over(Shape in);

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
        return over(inputs.getFirst()).block();
    }

    @Override
    default Working working(Numbers numbers) {
        return over(numbers.shapes().getFirst()).working(numbers, output(numbers.shapes()));
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
