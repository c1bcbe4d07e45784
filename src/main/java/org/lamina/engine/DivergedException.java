package org.lamina.engine;

import org.jspecify.annotations.Nullable;
import org.lamina.graph.NodeId;

/// A loss that is not a number or infinite.
final class DivergedException extends Exception {
    private static final long serialVersionUID = 1;

    private final @Nullable String node;

    DivergedException(@Nullable NodeId node) {
        super(node == null ? "the loss" : "the output of " + node);
        this.node = node == null ? null : node.value();
    }

    /// The first node whose output was not finite; null where all outputs were, and only the loss was not.
    @Nullable
    NodeId node() {
        return node == null ? null : new NodeId(node);
    }
}
