package org.lamina.layers.core;

import ai.djl.ndarray.NDArray;
import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Blocks;
import org.lamina.layers.Elementwise;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Real;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "scale-shift", title = "Scale and shift", family = Family.CORE, keywords = {"constant", "rescale",
        "multiply", "add", "normalise"})
@Help("""
        Multiplies every number by a constant and adds another: y = scale·x + shift. Scale 2 and shift −1 bring pixels from
        0…1 to −1…1.

        **Shape** the same as its input.

        **Source** ONNX `Mul`, `Add`.
        """)
public record ScaleShift(
        @Help("Factor of every number.") @Real(min = -1e6, max = 1e6, soft = 10) double scale,
        @Help("Added to every number.") @Real(min = -1e6, max = 1e6, soft = 10) double shift) implements Elementwise {

    public ScaleShift() {
        this(2, -1);
    }

    @Override
    public NDArray apply(NDArray x) {
        return x.mul(Blocks.number(scale, x)).add(shift);
    }

    @Override
    public String formula() {
        return "y = scale · x + shift";
    }

    @Override
    public double at(double x) {
        return scale * x + shift;
    }

    @Override
    public String operators(OnnxSink sink, String x) {
        String scaled = sink.node("Mul", List.of(x, sink.scalar(scale)));
        return sink.node("Add", List.of(scaled, sink.scalar(shift)));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "lambda x: %s * x + %s".formatted(scale, shift);
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Rescaling(%s, offset=%s)".formatted(scale, shift);
    }
}
