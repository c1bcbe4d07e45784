package org.lamina.layers.core;

import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.lamina.layers.Blocks;
import org.lamina.layers.Python;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Dim;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "flatten", title = "Flatten", family = Family.CORE, keywords = {"vector", "reshape", "unroll"})
@Help("""
        Writes all numbers of a sample in one row, channel by channel and row by row, so that a Dense can take them.

        **Shape** channels×H×W → channels·H·W.

        **Source** ONNX `Flatten`.
        """)
public record Flatten() implements Layer {

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return Inferred.known(new Shape(in.vocabulary(), List.of(Dim.features((int) in.elements()))));
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        return answer.reshaped(output(inputs), inputs.getFirst());
    }

    @Override
    public Block block(List<Shape> inputs) {
        return Blocks.function(x -> x.reshape(Blocks.anyBatch(output(inputs))));
    }

    @Override
    public void onnx(OnnxSink sink) {
        sink.result(sink.node("Flatten", List.of(sink.input(0)), Map.of("axis", 1L)));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.Flatten()";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return Python.kerasChannelsFirst(inputs.getFirst(), output(inputs), "layers.Flatten()");
    }
}
