package org.lamina.layers.core;

import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Blocks;
import org.lamina.layers.Python;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Remedy;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "reshape", title = "Reshape", family = Family.CORE, keywords = {"view", "unflatten", "squeeze", "unsqueeze"})
@Help("""
        Lays the same numbers, in the same order, into another shape. Adding and removing axes of size 1 (squeeze,
        unsqueeze) is done with it too.

        **Shape** as set; it must hold as many numbers as the input.

        **Source** ONNX `Reshape`.
        """)
public record Reshape(
        @Help("The new shape: channels×height×width, time×features or features.") Shape shape) implements Layer {

    public Reshape() {
        this(Shape.image(1, 28, 28));
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        if (shape.elements() == in.elements())
            return Inferred.known(new Shape(in.vocabulary(), shape.dims()));
        Shape flat = Shape.vector((int) in.elements());
        return Inferred.refusedFor("shape",
                "needs as many numbers as arrive, got %s for %s: choose sizes whose product is %s".formatted(shape, in,
                        flat),
                new Remedy.Set("Set shape to " + flat, "shape", flat));
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        return answer.reshaped(shape, inputs.getFirst());
    }

    @Override
    public Block block(List<Shape> inputs) {
        return Blocks.function(x -> x.reshape(Blocks.anyBatch(shape)));
    }

    @Override
    public void onnx(OnnxSink sink) {
        long[] sizes = Blocks.anyBatch(shape).getShape();
        sink.result(sink.node("Reshape", List.of(sink.input(0), sink.constant(sizes))));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.Sequential(nn.Flatten(), nn.Unflatten(1, %s))".formatted(Python.tuple(shape.sizes()));
    }

    @Override
    public String keras(List<Shape> inputs) {
        return Python.kerasChannelsFirst(inputs.getFirst(), shape,
                "layers.Reshape(%s)".formatted(Python.tuple(shape.sizes())));
    }
}
