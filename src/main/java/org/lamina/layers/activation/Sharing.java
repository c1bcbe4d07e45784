package org.lamina.layers.activation;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import java.util.List;
import java.util.Map;
import org.lamina.layers.Blocks;
import org.lamina.spec.Explaining;
import org.lamina.spec.Inferred;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

/// A layer that weighs each number against all others of its features, or of its pixel's channels; shapes stay.
interface Sharing extends Explaining {

    /// @param axis that is shared, of a batch
    NDArray apply(NDArray x, int axis);

    /// Its name in ONNX, and behind `nn.` in PyTorch.
    String operator();

    @Override
    default Inferred infer(List<Shape> inputs) {
        return Inferred.known(inputs.getFirst());
    }

    @Override
    default Region reads(int port, List<Shape> inputs, Region answer) {
        int axis = inputs.getFirst().channelAxis();
        return answer.with(axis, Region.all(inputs.getFirst()).places(axis));
    }

    @Override
    default Block block(List<Shape> inputs) {
        int axis = axis(inputs.getFirst());
        return Blocks.function(x -> apply(x, axis));
    }

    @Override
    default void onnx(OnnxSink sink) {
        sink.result(sink.node(operator(), List.of(sink.input(0)), Map.of("axis", (long) axis(sink.output()))));
    }

    @Override
    default String torch(List<Shape> inputs) {
        return "nn.%s(dim=%d)".formatted(operator(), axis(inputs.getFirst()));
    }

    private static int axis(Shape sample) {
        return sample.channelAxis() + 1;
    }
}
