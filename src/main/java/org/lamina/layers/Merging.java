package org.lamina.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import java.util.Arrays;
import java.util.List;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.Numbers;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Ports;
import org.lamina.spec.Working.Part;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

/// A layer that joins its inputs number by number, two at a time.
public interface Merging extends Layer {

    NDArray join(NDArray a, NDArray b);

    /// The ONNX operator that joins two values.
    String operator();

    @Override
    default Ports ports() {
        return Ports.SEVERAL;
    }

    @Override
    default Inferred infer(List<Shape> inputs) {
        Shape first = inputs.getFirst();
        for (int port = 1; port < inputs.size(); port++)
            if (!inputs.get(port).equals(first))
                return Fit.needsOneShape(first, inputs.get(port), port);
        return Inferred.known(first);
    }

    @Override
    default Region reads(int port, List<Shape> inputs, Region answer) {
        return answer.within(inputs.get(port));
    }

    @Override
    default Block block(List<Shape> inputs) {
        return Blocks.merge(all -> all.stream().reduce(this::join).orElseThrow());
    }

    /// The number of each input that stands where the answer's does; inputs have the answer's shape.
    ///
    /// @param weights by input; empty for none
    static Part inputs(Numbers numbers, float... weights) {
        float[] values = new float[numbers.inputs().size()];
        int[] cells = new int[values.length];
        Arrays.fill(cells, numbers.cell());
        for (int port = 0; port < values.length; port++)
            values[port] = numbers.input(port, numbers.cell());
        return new Part("inputs", 0, values.length, values, weights, cells);
    }

    @Override
    default void onnx(OnnxSink sink) {
        sink.result(sink.all().stream().reduce((a, b) -> sink.node(operator(), List.of(a, b))).orElseThrow());
    }

    @Override
    default String torchSource() {
        return "from functools import reduce\n";
    }
}
