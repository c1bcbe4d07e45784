package org.lamina.graph;

/// Carries the output of one node to an input port of another.
public record Wire(NodeId from, NodeId to, int port) {

    public Wire(String from, String to) {
        this(new NodeId(from), new NodeId(to), 0);
    }

    public Wire(String from, String to, int port) {
        this(new NodeId(from), new NodeId(to), port);
    }
}
