package org.lamina.graph;

import org.lamina.spec.Layer;

/// One layer in a graph.
///
/// @param title the user's name for it; empty for the layer's own title
public record Node(NodeId id, String title, Layer layer) {

    public Node(String id, Layer layer) {
        this(new NodeId(id), "", layer);
    }

    /// What people read on the node.
    public String label() {
        return title.isEmpty() ? layer.card().title() : title;
    }

    public Node with(Layer changed) {
        return new Node(id, title, changed);
    }
}
