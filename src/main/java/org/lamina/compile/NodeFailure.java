package org.lamina.compile;

import org.lamina.graph.NodeId;

/// Something thrown while a node computed.
public final class NodeFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String node;

    NodeFailure(NodeId node, Throwable cause) {
        super(cause.getMessage(), cause);
        this.node = node.value();
    }

    public NodeId node() {
        return new NodeId(node);
    }
}
