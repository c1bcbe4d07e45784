package org.lamina.layers.core;

import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Blocks;
import org.lamina.layers.Passing;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Layer;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "reroute", title = "Reroute", family = Family.CORE, keywords = {"dot", "bend", "identity", "wire"})
@Help("""
        Hands on what arrives. It keeps long wires in order.

        **Shape** the same as its input.

        **Source** ONNX `Identity`.
        """)
public record Reroute() implements Passing {

    @Override
    public boolean takesTokens() {
        return true;
    }

    @Override
    public Block block(List<Shape> inputs) {
        return Blocks.identity();
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.Identity()";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Identity()";
    }
}
