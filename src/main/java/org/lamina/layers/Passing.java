package org.lamina.layers;

import ai.djl.nn.Block;
import java.util.List;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

/// A layer whose answer after training is its input; while training too, where it does not say otherwise.
public interface Passing extends Layer {

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
        return Blocks.identity();
    }

    @Override
    default void onnx(OnnxSink sink) {
        sink.result(sink.node("Identity", List.of(sink.input(0))));
    }

    @Override
    default String torch(List<Shape> inputs) {
        return "nn.Identity()";
    }

    @Override
    default String keras(List<Shape> inputs) {
        return "layers.Identity()";
    }
}
