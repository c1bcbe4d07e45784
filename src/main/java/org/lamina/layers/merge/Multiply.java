package org.lamina.layers.merge;

import ai.djl.ndarray.NDArray;
import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lamina.layers.Fit;
import org.lamina.layers.Merging;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "multiply", title = "Multiply", family = Family.MERGE, keywords = {"product", "gate", "mask", "attention",
        "hadamard"})
@Help("""
        Multiplies its inputs number by number, as where a gate lets a part of a signal through: y = a·b·…

        **Shape** all inputs have the same sizes, or 1 where the number is repeated: channels×H×W · channels×1×1 →
        channels×H×W.

        **Source** ONNX `Mul`.
        """)
public record Multiply() implements Merging {

    @Override
    public NDArray join(NDArray a, NDArray b) {
        return a.mul(b);
    }

    @Override
    public String operator() {
        return "Mul";
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape joined = inputs.getFirst();
        for (Shape other : inputs) {
            Optional<Shape> next = joined.broadcast(other);
            if (next.isEmpty())
                return Inferred.refused(
                        "needs inputs whose sizes are equal, or 1 to be repeated, got %s and %s: bring both to the same shape"
                                .formatted(joined, other));
            joined = next.get();
        }
        return Fit.known(joined, Arrays.stream(joined.sizes()).asLongStream().toArray());
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "lambda *x: reduce(torch.mul, x)";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Multiply()";
    }
}
