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
import org.lamina.spec.Role;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "output", title = "Output", family = Family.CORE, keywords = {"sink", "loss", "answer", "prediction"})
@Help("""
        Hands the network's answer to the loss, unchanged. For classes it expects one raw number per class (a logit): the
        loss applies softmax itself.

        **Shape** the same as its input.
        """)
public record Output() implements Passing {

    @Override
    public Role role() {
        return Role.SINK;
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
