package org.lamina.layers.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lamina.spec.Attentive;
import org.lamina.spec.Cost;
import org.lamina.spec.Inferred;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Shape;

/// A layer that is one block of a transformer.
interface Transforming extends Attentive {

    int heads();

    /// The block for what arrives.
    Transformer transformer(List<Shape> inputs);

    @Override
    default Inferred infer(List<Shape> inputs) {
        return Sequences.infer(inputs, heads());
    }

    @Override
    default Cost cost(List<Shape> inputs) {
        Transformer transformer = transformer(inputs);
        return new Cost(transformer.weights(),
                transformer.multiplyAdds(inputs.getFirst().size(0), inputs.getLast().size(0)),
                output(inputs).bytes());
    }

    @Override
    default Block block(List<Shape> inputs) {
        return transformer(inputs).block();
    }

    @Override
    default Map<Whom, NDArray> attention(NDList arriving, Function<String, NDArray> weights) {
        List<Shape> shapes = arriving.stream().map(x -> Shape.sequence((int) x.getShape().get(1),
                (int) x.getShape().get(2))).toList();
        return transformer(shapes).attention(arriving, weights);
    }

    @Override
    default void onnx(OnnxSink sink) {
        transformer(sink.inputs()).onnx(sink);
    }
}
