package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.NodeId;
import org.lamina.study.Attribution;
import org.lamina.tensor.Tensor;

/// Grad-CAM: L = ReLU(Σₖ αₖ Aᵏ), where Aᵏ is a layer's map k and αₖ the mean over it of the answer's gradient.
final class GradCam {

    private GradCam() {}

    static Attribution.Found of(NodeId layer, Answer answer, Tensor picture) throws Unanswerable {
        try (NDManager scope = answer.scope()) {
            NDArray pictures = answer.batch(scope, picture);
            NDArray maps = maps(layer, answer, pictures);
            NDArray zeros = scope.zeros(maps.getShape());
            NDArray gradient = answer.gradient(pictures, zeros,
                    (node, output) -> node.equals(layer) ? output.add(zeros) : output);
            return new Attribution.Found(map(maps.toFloatArray(), gradient.toFloatArray(), maps.getShape()), null);
        }
    }

    private static NDArray maps(NodeId layer, Answer answer, NDArray pictures) throws Unanswerable {
        @Nullable
        NDArray[] seen = new NDArray[1];
        answer.subject().answer(pictures, false, (node, output) -> {
            if (node.equals(layer))
                seen[0] = output;
            return output;
        });
        NDArray maps = seen[0];
        if (maps == null || maps.getShape().dimension() != 4)
            throw new Unanswerable("Grad-CAM weighs the maps of a layer; this layer gives none: choose a convolution.");
        return maps;
    }

    /// @param shape 1×maps×height×width
    private static Tensor map(float[] maps, float[] gradient, Shape shape) {
        int plane = Math.toIntExact(shape.get(2) * shape.get(3));
        float[] sum = new float[plane];
        for (int start = 0; start < maps.length; start += plane) {
            double weight = 0;
            for (int i = 0; i < plane; i++)
                weight += gradient[start + i] / plane;
            for (int i = 0; i < plane; i++)
                sum[i] += (float) (weight * maps[start + i]);
        }
        for (int i = 0; i < plane; i++)
            sum[i] = Math.max(0, sum[i]);
        return new Tensor(new int[]{1, (int) shape.get(2), (int) shape.get(3)}, sum);
    }
}
