package org.lamina.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// The numbers that a layer computed with: plain data.
///
/// @param shapes of what arrives, by port
/// @param inputs batches of such samples, by port; the first sample is looked at
/// @param weights the layer's parameters, by name
/// @param cell of the answer to the first sample, counted row by row
/// @param training whether the layer behaved as while training
public record Numbers(List<Shape> shapes, List<Tensor> inputs, Map<String, Tensor> weights, int cell,
        boolean training) {

    /// A number of the sample looked at.
    public float input(int port, int index) {
        return inputs.get(port).values()[index];
    }

    /// The sample looked at, one number after the other.
    public float[] input(int port) {
        return Arrays.copyOf(inputs.get(port).values(), (int) shapes.get(port).elements());
    }

    public float[] weight(String name) {
        return Objects.requireNonNull(weights.get(name), name).values();
    }
}
