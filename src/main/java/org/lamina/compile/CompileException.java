package org.lamina.compile;

import org.jspecify.annotations.Nullable;
import org.lamina.graph.NodeId;

/// A graph that cannot become a block, with the node at fault where there is one.
public final class CompileException extends Exception {
    private static final long serialVersionUID = 1;

    private final @Nullable String node;

    public CompileException(@Nullable NodeId node, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.node = node == null ? null : node.value();
    }

    public @Nullable NodeId node() {
        return node == null ? null : new NodeId(node);
    }
}
