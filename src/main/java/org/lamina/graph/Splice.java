package org.lamina.graph;

import java.util.ArrayList;
import java.util.List;
import org.lamina.spec.Layer;

/// Edits that put layers into a wire and take them out of it.
final class Splice {

    private Splice() {}

    /// Puts new layers, one after the other, into a wire.
    static List<Edit> into(Graph graph, Wire wire, Layer... layers) {
        List<Edit> edits = new ArrayList<>();
        NodeId last = wire.from();
        String inside = wire.from().parent().map(block -> block + "/").orElse("");
        for (Layer layer : layers) {
            NodeId id = graph.freshId(inside + layer.card().id());
            edits.add(new Edit.Put(new Node(id, "", layer)));
            edits.add(new Edit.Connect(new Wire(last, id, 0)));
            last = id;
        }
        edits.add(new Edit.Connect(new Wire(last, wire.to(), wire.port())));
        return edits;
    }

    /// Removes a node with one input and joins its source to everything it fed.
    static List<Edit> out(Graph graph, NodeId node) {
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.Remove(node));
        graph.incoming(node, 0).ifPresent(in -> graph.outgoing(node)
                .forEach(out -> edits.add(new Edit.Connect(new Wire(in.from(), out.to(), out.port())))));
        return edits;
    }
}
