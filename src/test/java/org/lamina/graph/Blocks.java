package org.lamina.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Layer;
import org.lamina.spec.Params;

/// Blocks for tests.
public final class Blocks {

    private Blocks() {}

    public static Node node(String id, String layer, Map<String, ?> parameters) {
        return new Node(id, Params.with(Catalogue.layers().get(layer), parameters));
    }

    /// A chain between one input and the output: `in`, the nodes, `out`.
    public static Graph inside(List<Node> nodes) {
        List<Node> all = new ArrayList<>(List.of(new Node("in", new BlockInput())));
        all.addAll(nodes);
        all.add(new Node("out", new BlockOutput()));
        List<Wire> wires = new ArrayList<>();
        for (int i = 1; i < all.size(); i++)
            wires.add(new Wire(all.get(i - 1).id(), all.get(i).id(), 0));
        return Graph.of(all, wires);
    }

    /// A convolution that keeps the size and a ReLU; the filters are exposed.
    public static Definition convRelu() {
        return new Definition("Conv and ReLU", "Both.", inside(List.of(
                node("conv", "conv-2d", Map.of("filters", 4, "padding", 1)), node("relu", "relu", Map.of()))),
                List.of(new Exposed("Filters", new Exposed.Target("conv", "filters"))));
    }

    /// A block around another: what comes in is added to what that gives.
    public static Definition around(Definition inner) {
        return new Definition("Around " + inner.name(), "", Graph.of(
                List.of(new Node("in", new BlockInput()), new Node("inner", new Use(inner)),
                        node("add", "add", Map.of()),
                        new Node("out", new BlockOutput())),
                List.of(new Wire("in", "inner"), new Wire("in", "add", 0), new Wire("inner", "add", 1),
                        new Wire("add", "out"))),
                List.of());
    }

    /// Input, a block with some values, and an output.
    public static Graph network(Definition block, org.lamina.tensor.Shape input, Map<String, Object> values) {
        Layer use = Params.with(new Use(block), values);
        return Graph.of(
                List.of(node("input", "input", Map.of("shape", input)), new Node("block", use),
                        node("output", "output", Map.of())),
                List.of(new Wire("input", "block"), new Wire("block", "output")));
    }
}
