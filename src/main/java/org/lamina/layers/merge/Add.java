package org.lamina.layers.merge;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lamina.layers.Blocks;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Ports;
import org.lamina.spec.Remedy;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "add", title = "Add", family = Family.MERGE, keywords = {"sum", "plus", "residual", "skip", "shortcut"})
@Help("""
        Adds its inputs number by number, as where a shortcut joins its branch again: y = a + b + …

        **Shape** all inputs have the same, and so has the output.

        **Source** He et al., 2016 (residual learning); ONNX `Add`.
        """)
public record Add() implements Layer {

    @Override
    public Ports ports() {
        return new Ports(2, 16);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape first = inputs.getFirst();
        for (int port = 1; port < inputs.size(); port++)
            if (!inputs.get(port).equals(first))
                return refused(first, inputs.get(port), port);
        return Inferred.known(first);
    }

    private static Inferred refused(Shape first, Shape other, int port) {
        String message = "needs inputs of one shape, got %s and %s".formatted(first, other);
        if (!first.isImage() || !other.equals(first.with(0, other.size(0))))
            return Inferred.refused(message + ": bring both to the same shape");
        return Inferred.refused(message + ": put a 1×1 convolution with %d filters before input %d"
                .formatted(first.size(0), port + 1),
                new Remedy.Insert("Insert 1×1 convolution", port, "conv-2d",
                        Map.of("filters", first.size(0), "kernel", 1, "padding", 0)));
    }

    @Override
    public Block block(List<Shape> inputs) {
        return Blocks.merge(all -> all.stream().reduce(NDArray::add).orElseThrow());
    }

    @Override
    public void onnx(OnnxSink sink) {
        sink.result(IntStream.range(0, sink.inputs().size()).mapToObj(sink::input)
                .reduce((sum, next) -> sink.node("Add", List.of(sum, next))).orElseThrow());
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "lambda *x: sum(x)";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Add()";
    }
}
