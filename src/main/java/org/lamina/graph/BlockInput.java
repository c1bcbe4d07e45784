package org.lamina.graph;

import java.util.List;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Ports;
import org.lamina.spec.Role;
import org.lamina.spec.Structure;
import org.lamina.tensor.Shape;

@Card(id = "block-input", title = "Block input", family = Family.BLOCK, keywords = {"port"})
@Help("""
        Where a block takes an input. Each is a port of the block on the outside, in the order in which they were added;
        its name is the port's.

        **Shape** what is wired to the block.
        """)
public record BlockInput() implements Structure {

    @Override
    public Ports ports() {
        return Ports.NONE;
    }

    @Override
    public Role role() {
        return Role.SOURCE;
    }

    /// Asked only outside of blocks: within, what is wired to the block stands in its place.
    @Override
    public Inferred infer(List<Shape> inputs) {
        return Inferred.refused("is the port of a block, and this is the network itself: put an Input in its place");
    }
}
