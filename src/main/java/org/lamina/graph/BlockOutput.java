package org.lamina.graph;

import java.util.List;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Role;
import org.lamina.spec.Structure;
import org.lamina.tensor.Shape;

@Card(id = "block-output", title = "Block output", family = Family.BLOCK, keywords = {"port"})
@Help("""
        What a block gives. A block has one.

        **Shape** the same as its input.
        """)
public record BlockOutput() implements Structure {

    @Override
    public Role role() {
        return Role.SINK;
    }

    /// Asked only outside of blocks: within, the block itself stands in its place.
    @Override
    public Inferred infer(List<Shape> inputs) {
        return Inferred.refused("is the port of a block, and this is the network itself: put an Output in its place");
    }
}
